use crate::App;
use crate::wire::Error;

/// The text, exactly.
pub fn source(app: &App, journey: &str) -> Result<String, Error> {
    app.journey(journey, |open| Ok(open.document().text().to_owned()))
}
