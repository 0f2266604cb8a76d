use crate::App;
use crate::wire::{Code, Error};

/// Brings a deleted Flow back.
pub fn undelete(_app: &App, _flow: &str) -> Result<(), Error> {
    Err(Error::new(Code::Internal, "This part of Waymark is not built yet."))
}
