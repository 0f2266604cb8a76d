use flows::preview::{self, PreviewState, ScreenView};

use crate::App;
use crate::wire::Error;

/// The screen the phone shows in a state, in one of the Flow's languages (none: as it is written). While the text cannot be read it is the last one that could.
pub fn render(
    app: &App,
    flow: &str,
    language: Option<&str>,
    state: &PreviewState,
) -> Result<ScreenView, Error> {
    app.flow(flow, |open| Ok(preview::render(open.shown_in(language), state)))
}
