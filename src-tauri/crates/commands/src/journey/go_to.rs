use flows::mirror::JourneyPatch;

use crate::App;
use crate::wire::Error;

/// Several steps at once; negative goes back.
pub fn go_to(app: &App, journey: &str, steps: i32) -> Result<JourneyPatch, Error> {
    app.journey(journey, |open| open.go(app, steps))
}
