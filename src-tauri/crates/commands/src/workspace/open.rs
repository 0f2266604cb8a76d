use crate::App;
use crate::wire::{Code, Error, Workspace};

/// Opens the workspace and tells what the page needs at the start.
pub fn open(_app: &App) -> Result<Workspace, Error> {
    Err(Error::new(Code::Internal, "This part of Waymark is not built yet."))
}
