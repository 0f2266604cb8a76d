use crate::App;
use crate::wire::{Account, Code, ConnectAccount, Error};

/// Connects an account. The token goes to the keychain and never comes back.
pub async fn connect(_app: &App, _request: ConnectAccount) -> Result<Account, Error> {
    Err(Error::new(Code::Internal, "This part of Waymark is not built yet."))
}
