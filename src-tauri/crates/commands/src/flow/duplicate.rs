use crate::App;
use crate::wire::{Code, Error};

/// Makes a copy of a Flow. Gives the copy's id.
pub fn duplicate(_app: &App, _flow: &str) -> Result<String, Error> {
    Err(Error::new(Code::Internal, "This part of Waymark is not built yet."))
}
