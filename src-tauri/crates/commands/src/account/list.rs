use flows::journey::MessagingLimit;
use secrets::{Kept, Secret};

use super::limit;
use super::open::{PRACTICE, practice_keep};
use crate::App;
use crate::wire::{Account, Code, Error};

/// The practice account and every connected one. The keychain is not asked, so nothing is to be unlocked.
pub fn list(app: &App) -> Result<Vec<Account>, Error> {
    let mut accounts = vec![practice(app)?];
    let stored = app.store(|workspace| workspace.accounts())?;
    accounts.extend(stored.iter().map(|account| describe(app, account)));
    Ok(accounts)
}

fn practice(app: &App) -> Result<Account, Error> {
    let account = practice::peek(&practice_keep(app)).map_err(|error| {
        Error::new(Code::Internal, format!("The practice account cannot be read: {error}. Please try again."))
    })?;
    Ok(Account {
        id: PRACTICE.to_owned(),
        name: account.waba.name,
        waba_id: account.waba.id.to_string(),
        phone_number_id: account.phone_number.id.to_string(),
        messaging_limit: limit::word(&account.phone_number).as_deref().and_then(MessagingLimit::of),
        display_phone_number: Some(account.phone_number.display_phone_number),
        practice: true,
        has_token: true,
        last4: None,
        session_only: false,
    })
}

/// An account as the UI knows it.
pub(super) fn describe(app: &App, account: &store::Account) -> Account {
    // What the workspace knows of the token is what lies in the keychain.
    let session = app.keychain().in_session(&account.id);
    Account {
        id: account.id.clone(),
        name: account.name.clone(),
        waba_id: account.waba_id.clone(),
        phone_number_id: account.phone_number_id.clone(),
        display_phone_number: account.display_phone_number.clone(),
        messaging_limit: account.messaging_limit.as_deref().and_then(MessagingLimit::of),
        practice: false,
        has_token: session.is_some() || account.last4.is_some(),
        last4: session.as_ref().map_or_else(|| account.last4.clone(), Secret::last4),
        session_only: session.is_some(),
    }
}

/// Puts a token where it belongs and writes down what the workspace may know of it. When that is refused, the
/// keychain has again what it had.
pub(super) fn keep(
    app: &App,
    id: &str,
    token: &Secret<String>,
    write: impl FnOnce(Option<String>) -> Result<(), Error>,
) -> Result<(), Error> {
    let before = known_token(app, id);
    let kept = app.keychain().put(id, token).map_err(|error| super::trouble::keychain(&error))?;
    app.accounts().forget(id);
    let written = write(match kept {
        // An empty text stands for a token too short to show any of.
        Kept::Keychain => Some(token.last4().unwrap_or_default()),
        Kept::Session(_) => None,
    });
    if written.is_err() {
        put_back(app, id, before.as_ref());
    }
    written
}

/// The token an account has now, when the keychain tells.
pub(super) fn known_token(app: &App, id: &str) -> Option<Secret<String>> {
    app.keychain().get(id).ok().flatten().map(|(token, _)| token)
}

/// Undoes what was done to an account's token. A keychain that refuses now leaves nothing else to be done: the
/// command has failed and says so.
pub(super) fn put_back(app: &App, id: &str, before: Option<&Secret<String>>) {
    let _ = match before {
        Some(token) => app.keychain().put(id, token).map(drop),
        None => app.keychain().remove(id),
    };
    app.accounts().forget(id);
}
