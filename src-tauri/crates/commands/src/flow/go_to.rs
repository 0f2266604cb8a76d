use crate::App;
use crate::wire::{Code, Error};
use flows::mirror::Patch;
/// Undoes (negative) or redoes so many steps at once.
pub fn go_to(_app: &App, _flow: &str, _steps: i32) -> Result<Patch, Error> {
    Err(Error::new(Code::Internal, "This part of Waymark is not built yet."))
}
