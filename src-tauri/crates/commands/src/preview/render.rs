use crate::App;
use crate::wire::{Code, Error};
use flows::preview::{PreviewState, ScreenView};

/// The screen the phone shows in a state.
pub fn render(_app: &App, _flow: &str, _state: &PreviewState) -> Result<ScreenView, Error> {
    Err(Error::new(Code::Internal, "This part of Waymark is not built yet."))
}
