use super::PRACTICE;
use crate::App;
use crate::wire::{Code, Error};

/// Forgets an account and its token.
pub fn remove(app: &App, account: &str) -> Result<(), Error> {
    if account == PRACTICE {
        return Err(Error::new(Code::Refused, "The practice account is built in and stays."));
    }
    // The token first: an account without one can be removed again, a token without one would be forgotten about.
    app.keychain().remove(account).map_err(|error| super::trouble::keychain(&error))?;
    app.accounts().forget(account);
    app.store(|workspace| workspace.remove_account(account))
}
