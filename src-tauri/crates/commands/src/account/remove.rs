use crate::App;
use crate::wire::{Code, Error};

/// Forgets an account and its token.
pub fn remove(_app: &App, _account: &str) -> Result<(), Error> {
    Err(Error::new(Code::Internal, "This part of Waymark is not built yet."))
}
