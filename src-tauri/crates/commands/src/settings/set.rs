use crate::App;
use crate::wire::{Code, Error, Settings};

/// Stores how the app looks and speaks.
pub fn set(_app: &App, _settings: &Settings) -> Result<(), Error> {
    Err(Error::new(Code::Internal, "This part of Waymark is not built yet."))
}
