use flows::languages::{Languages, languages};

use crate::App;
use crate::wire::Error;

/// A Flow's texts and languages.
pub fn list(app: &App, flow: &str) -> Result<Languages, Error> {
    app.flow(flow, |open| Ok(languages(open.document().shown(), open.document().notes())))
}
