use crate::App;
use crate::wire::{Code, Error};

/// Takes a Flow out of the lists. Nothing is erased: see [`undelete`](super::undelete).
pub fn delete(_app: &App, _flow: &str) -> Result<(), Error> {
    Err(Error::new(Code::Internal, "This part of Waymark is not built yet."))
}
