use crate::App;
use crate::wire::{Code, Error};

/// Opens a link in the system's program for it.
pub fn open(_app: &App, _url: &str) -> Result<(), Error> {
    Err(Error::new(Code::Internal, "This part of Waymark is not built yet."))
}
