use store::NewVersion;

use crate::App;
use crate::wire::{Code, Error};

/// Longest name of a version, in characters: what a row and the title of a step have room for.
const LONGEST: usize = 80;

/// Keeps what is here under a name. Gives the version's id.
pub fn keep_version(app: &App, message: &str, name: &str) -> Result<String, Error> {
    let (name, text, at) = (version_name(name)?, super::text(app, message)?, app.host().now());
    let new = NewVersion { document: message, name: Some(&name), account: None, text: &text, at };
    app.store(|workspace| workspace.keep_version(new))
}

/// Keeps what was sent to an account, unless the last that was sent there is the same.
pub(crate) fn keep_sent(app: &App, message: &str, account: &str, text: &str) -> Result<(), Error> {
    let at = app.host().now();
    app.store(|workspace| {
        let versions = workspace.versions(message)?;
        let last = versions.iter().find(|version| version.account.as_deref() == Some(account));
        let is_kept = |id: &str| workspace.version(message, id).is_ok_and(|(_, kept)| kept == text);
        if last.is_some_and(|last| is_kept(&last.id)) {
            return Ok(());
        }
        let new = NewVersion { document: message, name: None, account: Some(account), text, at };
        workspace.keep_version(new).map(drop)
    })
}

/// A name as it can be kept.
pub(super) fn version_name(name: &str) -> Result<String, Error> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Error::new(Code::InvalidEdit, "Give the version a name first."));
    }
    if name.chars().count() > LONGEST {
        let sentence = format!("A version's name has {LONGEST} letters at most. Give it a shorter one.");
        return Err(Error::new(Code::InvalidEdit, sentence));
    }
    Ok(name.to_owned())
}
