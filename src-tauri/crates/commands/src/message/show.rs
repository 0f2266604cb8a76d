use flows::edit::Edit;
use flows::mirror::{MessageView, message_view};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::wire::Error;
use crate::{App, rates};

/// Looks at it as it stands, with an edit that is still under the hand and is not kept. `countries` are those that
/// prices are wanted for.
pub fn show(
    app: &App,
    message: &str,
    under_hand: Option<&Edit>,
    countries: &[String],
) -> Result<MessageView, Error> {
    let now = Timestamp::from_millisecond(app.host().now()).unwrap_or_default();
    let today = now.to_zoned(TimeZone::UTC).date();
    let cards = rates::all(app)?;
    app.message(message, |open| {
        let tried = match under_hand {
            Some(edit) => Some(flows::edit::apply(open.document(), edit)?.document),
            None => None,
        };
        let document = tried.as_ref().unwrap_or(open.document());
        Ok(message_view(document.shown(), today, countries, &cards))
    })
}
