use flows::mirror::Patch;

use crate::App;
use crate::wire::Error;

/// Brings the last undone step again.
pub fn redo(app: &App, flow: &str) -> Result<Patch, Error> {
    app.flow(flow, |open| open.go(app, 1))
}
