use crate::App;
use crate::wire::{Account, Code, Error};

/// The practice account and every connected one.
pub fn list(_app: &App) -> Result<Vec<Account>, Error> {
    Err(Error::new(Code::Internal, "This part of Waymark is not built yet."))
}
