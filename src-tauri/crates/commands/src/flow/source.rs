use crate::App;
use crate::wire::Error;

/// The text, exactly.
pub fn source(app: &App, flow: &str) -> Result<String, Error> {
    app.flow(flow, |open| Ok(open.document().text().to_owned()))
}
