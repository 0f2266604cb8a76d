use crate::App;
use crate::wire::Error;

/// Text for the clipboard that `Edit::Paste` understands: steps, with the values they name.
pub fn copy(app: &App, journey: &str, steps: &[String]) -> Result<String, Error> {
    app.journey(journey, |open| Ok(flows::edit::copy(open.document(), &[], steps)))
}
