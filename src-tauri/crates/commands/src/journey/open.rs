use flows::mirror::JourneySnapshot;

use crate::App;
use crate::wire::Error;

/// The whole journey. Read again when another program has changed it since.
pub fn open(app: &App, journey: &str) -> Result<JourneySnapshot, Error> {
    let stored = app.store(|workspace| workspace.document(journey))?.revision;
    if app.journey(journey, |open| Ok(open.revision()))? != stored {
        app.forget(journey);
    }
    app.journey(journey, |open| open.snapshot(app))
}
