use crate::App;
use crate::wire::{Code, Error};
use flows::mirror::Patch;
/// Brings the last undone step again.
pub fn redo(_app: &App, _flow: &str) -> Result<Patch, Error> {
    Err(Error::new(Code::Internal, "This part of Waymark is not built yet."))
}
