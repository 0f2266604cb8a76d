use flows::languages::{Languages, languages};

use crate::App;
use crate::wire::Error;

/// A Flow's texts and languages.
pub fn list(app: &App, flow: &str) -> Result<Languages, Error> {
    // Every language is checked; edits of the Flow need not wait for that.
    let document = app.flow(flow, |open| Ok(open.document().clone()))?;
    Ok(languages(document.shown(), document.notes()))
}
