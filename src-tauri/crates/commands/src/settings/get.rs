use crate::App;
use crate::wire::{Code, Error, Settings};

/// How the app looks and speaks.
pub fn get(_app: &App) -> Result<Settings, Error> {
    Err(Error::new(Code::Internal, "This part of Waymark is not built yet."))
}
