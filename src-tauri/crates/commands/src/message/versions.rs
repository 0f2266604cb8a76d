use crate::App;
use crate::account::PRACTICE;
use crate::wire::{Error, MessageVersion, SentTo};

/// Every version of a template or a message that is kept, the newest first.
pub fn versions(app: &App, message: &str) -> Result<Vec<MessageVersion>, Error> {
    app.store(|workspace| {
        let here = workspace.document(message)?.text_hash;
        let accounts = workspace.accounts()?;
        let sent_to = |id: String| {
            let known = accounts.iter().find(|account| account.id == id);
            SentTo { practice: id == PRACTICE, account: known.map(|account| account.name.clone()) }
        };
        let versions = workspace.versions(message)?.into_iter().map(|version| MessageVersion {
            id: version.id,
            name: version.name,
            sent_to: version.account.map(sent_to),
            at: version.at.to_string(),
            is_here: version.text_hash == here,
        });
        Ok(versions.collect())
    })
}
