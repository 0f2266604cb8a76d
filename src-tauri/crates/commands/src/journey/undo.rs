use flows::mirror::JourneyPatch;

use crate::App;
use crate::wire::Error;

/// Takes the last step back.
pub fn undo(app: &App, journey: &str) -> Result<JourneyPatch, Error> {
    app.journey(journey, |open| open.go(app, -1))
}
