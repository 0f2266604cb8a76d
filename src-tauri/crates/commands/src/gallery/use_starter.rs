use crate::App;
use crate::wire::{Code, Error};

/// Makes a new Flow of a starter. Gives the Flow's id.
pub fn use_starter(_app: &App, _starter: &str, _language: &str) -> Result<String, Error> {
    Err(Error::new(Code::Internal, "This part of Waymark is not built yet."))
}
