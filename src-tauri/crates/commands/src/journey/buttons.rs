use flows::mirror::journey_buttons;

use crate::App;
use crate::wire::{Error, JourneyFindings};

/// What stands to be said about a journey, with the buttons that mend it: for a large one, where they are not tried after each
/// edit.
pub fn buttons(app: &App, journey: &str) -> Result<JourneyFindings, Error> {
    let (revision, document, beside) =
        app.journey(journey, |open| Ok((open.revision(), open.document().clone(), open.beside())))?;
    // Not while others wait for the journey: it may take seconds.
    Ok(JourneyFindings { revision, diagnostics: journey_buttons(&document, &beside) })
}
