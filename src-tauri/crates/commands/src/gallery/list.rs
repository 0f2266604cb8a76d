use crate::App;
use crate::wire::{Code, Error, Starter};

/// The starters, in the asked language where they have it.
pub fn list(_app: &App, _locale: &str) -> Result<Vec<Starter>, Error> {
    Err(Error::new(Code::Internal, "This part of Waymark is not built yet."))
}
