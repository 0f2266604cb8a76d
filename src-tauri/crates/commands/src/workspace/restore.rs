use crate::App;
use crate::wire::{Code, Error, RestoreFrom};

/// Puts a backup in the workspace's place; what was there is kept aside. Gives the file's name, or `None` when the dialog was closed.
pub fn restore(_app: &App, _from: RestoreFrom) -> Result<Option<String>, Error> {
    Err(Error::new(Code::Internal, "This part of Waymark is not built yet."))
}
