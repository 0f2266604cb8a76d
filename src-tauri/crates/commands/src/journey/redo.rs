use flows::mirror::JourneyPatch;

use crate::App;
use crate::wire::Error;

/// Brings the last undone step again.
pub fn redo(app: &App, journey: &str) -> Result<JourneyPatch, Error> {
    app.journey(journey, |open| open.go(app, 1))
}
