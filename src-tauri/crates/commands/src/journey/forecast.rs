use flows::forecast::{Assumed, Forecast, forecast as work_out};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::run::played;
use crate::wire::{Code, Error};
use crate::{App, rates};

/// What a journey is expected to cost in a month, by the rates of today.
pub fn forecast(app: &App, journey: &str, assumed: &Assumed) -> Result<Forecast, Error> {
    let cards = rates::all(app)?;
    let (_, name, project) = played(app, journey)?;
    let now = Timestamp::from_millisecond(app.host().now()).unwrap_or_default();
    let today = now.to_zoned(TimeZone::UTC).date();
    work_out(&project, &name, assumed, today, &cards).ok_or_else(|| {
        Error::new(Code::NotFound, "This journey is no longer here. It may have been removed.")
    })
}
