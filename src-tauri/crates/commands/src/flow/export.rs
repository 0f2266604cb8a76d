use crate::App;
use crate::wire::{Code, Error};

/// Writes the text to a file the user names. Gives the file's name, or `None` when the dialog was closed.
pub fn export(_app: &App, _flow: &str) -> Result<Option<String>, Error> {
    Err(Error::new(Code::Internal, "This part of Waymark is not built yet."))
}
