use flows::mirror::Patch;

use crate::App;
use crate::wire::Error;

/// Takes the last step back.
pub fn undo(app: &App, flow: &str) -> Result<Patch, Error> {
    app.flow(flow, |open| open.go(app, -1))
}
