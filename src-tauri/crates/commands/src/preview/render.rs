use flows::preview::{self, PreviewState, ScreenView};

use crate::App;
use crate::wire::Error;

/// The screen the phone shows in a state. While the text cannot be read it is the last one that could.
pub fn render(app: &App, flow: &str, state: &PreviewState) -> Result<ScreenView, Error> {
    app.flow(flow, |open| Ok(preview::render(open.document().shown(), state)))
}
