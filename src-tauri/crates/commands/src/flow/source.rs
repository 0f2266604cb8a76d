use crate::App;
use crate::wire::{Code, Error};

/// The text, exactly.
pub fn source(_app: &App, _flow: &str) -> Result<String, Error> {
    Err(Error::new(Code::Internal, "This part of Waymark is not built yet."))
}
