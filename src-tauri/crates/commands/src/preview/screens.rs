use flows::preview::{self, ScreenView};

use crate::App;
use crate::wire::Error;

/// Screens at rest, for the map's miniatures: those named, or all when none is.
pub fn screens(app: &App, flow: &str, keys: &[String]) -> Result<Vec<ScreenView>, Error> {
    app.flow(flow, |open| Ok(preview::at_rest(open.document().shown(), keys)))
}
