use flows::mirror::Patch;

use crate::App;
use crate::wire::Error;

/// Undoes (negative) or redoes so many steps at once, as far as there are.
pub fn go_to(app: &App, flow: &str, steps: i32) -> Result<Patch, Error> {
    app.flow(flow, |open| open.go(app, steps))
}
