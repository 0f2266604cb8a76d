use crate::App;
use crate::wire::{Code, Error};
use flows::mirror::Patch;
/// Takes the last step back.
pub fn undo(_app: &App, _flow: &str) -> Result<Patch, Error> {
    Err(Error::new(Code::Internal, "This part of Waymark is not built yet."))
}
