use flows::preview::{self, PreviewAct, PreviewState, PreviewStep};

use crate::App;
use crate::wire::Error;

/// What happens when somebody touches the phone, which shows the Flow in one of its languages (none: as it is
/// written).
pub fn act(
    app: &App,
    flow: &str,
    language: Option<&str>,
    state: &PreviewState,
    act: &PreviewAct,
) -> Result<PreviewStep, Error> {
    app.flow(flow, |open| Ok(preview::act(open.shown_in(language), state, act)))
}
