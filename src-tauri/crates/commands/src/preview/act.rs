use flows::preview::{self, PreviewAct, PreviewState, PreviewStep};

use crate::App;
use crate::wire::Error;

/// What happens when somebody touches the phone.
pub fn act(app: &App, flow: &str, state: &PreviewState, act: &PreviewAct) -> Result<PreviewStep, Error> {
    app.flow(flow, |open| Ok(preview::act(open.document().shown(), state, act)))
}
