use crate::App;
use crate::wire::{Code, Error};
use flows::edit::Edit;
use flows::mirror::Patch;
/// Applies an edit made against a revision.
pub fn edit(_app: &App, _flow: &str, _revision: u32, _edit: &Edit) -> Result<Patch, Error> {
    Err(Error::new(Code::Internal, "This part of Waymark is not built yet."))
}
