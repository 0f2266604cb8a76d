use crate::App;
use crate::wire::{Code, Error};

/// Takes in a Flow file the user chooses. Gives the new Flow's id, or `None` when the dialog was closed.
pub fn import(_app: &App) -> Result<Option<String>, Error> {
    Err(Error::new(Code::Internal, "This part of Waymark is not built yet."))
}
