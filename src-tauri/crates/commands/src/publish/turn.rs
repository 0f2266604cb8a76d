use std::fs::{File, TryLockError};

use crate::App;
use crate::wire::{Code, Error};

/// One run of publishing for an account at a time, in all programs that use this folder. The system lets go of
/// it when a program dies.
pub(super) struct Turn {
    _lock: File,
}

impl Turn {
    pub(super) fn take(app: &App, account: &str) -> Result<Self, Error> {
        // Ids are hexadecimal digits or `practice`; anything else stays out of the file's name.
        let name: String = account.chars().filter(char::is_ascii_alphanumeric).collect();
        let path = app.host().folder().join(format!("publish-{name}.lock"));
        let lock = File::options()
            .create(true)
            .write(true)
            .truncate(false)
            .open(path)
            .map_err(store::Error::from)?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { _lock: lock }),
            Err(TryLockError::WouldBlock) => Err(Error::new(
                Code::Locked,
                "Publishing to this account is under way already. Wait until it is done.",
            )),
            Err(TryLockError::Error(error)) => Err(store::Error::from(error).into()),
        }
    }
}
