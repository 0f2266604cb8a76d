use crate::App;
use crate::wire::{Code, Error};

/// Makes a Flow with one screen. Gives its id.
pub fn create(_app: &App, _name: &str) -> Result<String, Error> {
    Err(Error::new(Code::Internal, "This part of Waymark is not built yet."))
}
