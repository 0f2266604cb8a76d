use super::PRACTICE;
use super::list::{known_token, put_back};
use crate::App;
use crate::wire::{Code, Error};

/// Forgets an account and its token.
pub fn remove(app: &App, account: &str) -> Result<(), Error> {
    if account == PRACTICE {
        return Err(Error::new(Code::Refused, "The practice account is built in and stays."));
    }
    // The token first: an account without one can be removed again, a token without one would be forgotten about.
    let before = known_token(app, account);
    app.keychain().remove(account).map_err(|error| super::trouble::keychain(&error))?;
    app.accounts().forget(account);
    let removed = app.store(|workspace| workspace.remove_account(account));
    if removed.is_err() && before.is_some() {
        put_back(app, account, before.as_ref());
    }
    removed
}
