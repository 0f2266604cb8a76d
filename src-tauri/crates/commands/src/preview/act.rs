use crate::App;
use crate::wire::{Code, Error};
use flows::preview::{PreviewAct, PreviewState, PreviewStep};

/// What happens when somebody touches the phone.
pub fn act(_app: &App, _flow: &str, _state: &PreviewState, _act: &PreviewAct) -> Result<PreviewStep, Error> {
    Err(Error::new(Code::Internal, "This part of Waymark is not built yet."))
}
