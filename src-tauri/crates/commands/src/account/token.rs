use crate::App;
use crate::wire::{Account, Code, Error};

/// Gives an account a new token.
pub async fn token(_app: &App, _account: &str, _token: String) -> Result<Account, Error> {
    Err(Error::new(Code::Internal, "This part of Waymark is not built yet."))
}
