use flows::mirror::journey_checked;

use crate::App;
use crate::wire::{Error, JourneyFindings};

/// What stands to be said about a journey, with all that is too dear right after an edit: runs in which a message is refused that
/// have to be looked for, and of a large one the buttons that mend it.
pub fn check(app: &App, journey: &str) -> Result<JourneyFindings, Error> {
    let (revision, document, beside) =
        app.journey(journey, |open| Ok((open.revision(), open.document().clone(), open.beside())))?;
    // Not while others wait for the journey: it may take seconds.
    Ok(JourneyFindings { revision, diagnostics: journey_checked(&document, &beside) })
}
