//! Where the account's state lies: in memory, or in a file that several programs may share.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::account::Account;

/// Where to keep the state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Keep {
    /// Until the account is stopped.
    InMemory,
    /// In this file, replaced as a whole at every change.
    File(PathBuf),
}

/// What can go wrong with the state's file.
#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    /// The file or its folder cannot be read or written.
    #[error("the practice account's file cannot be used: {0}")]
    Io(#[from] io::Error),
    /// The file cannot be written.
    #[error("the practice account's file cannot be written: {0}")]
    Store(#[from] store::Error),
    /// The file is not what it should be.
    #[error("the practice account's file is damaged: {0}")]
    Damaged(#[from] serde_json::Error),
    /// The computer gives no random numbers to make ids of.
    #[error("no random numbers")]
    Random,
}

pub(crate) enum Kept {
    InMemory(Box<Mutex<Account>>),
    File(PathBuf),
}

impl Kept {
    /// Opens or makes the state. A file that cannot be understood is put aside, next to a new one.
    pub(crate) fn open(keep: &Keep) -> Result<Self, KeepError> {
        let fresh = || Account::new(random()?).map_err(|_| KeepError::Random);
        let Keep::File(path) = keep else { return Ok(Self::InMemory(Box::new(Mutex::new(fresh()?)))) };
        let _lock = lock(path)?;
        match read(path) {
            Ok(_) => {}
            Err(KeepError::Io(error)) if error.kind() == io::ErrorKind::NotFound => write(path, &fresh()?)?,
            Err(KeepError::Damaged(error)) => {
                let aside = path.with_extension("damaged.json");
                tracing::warn!(target: "practice", %error, aside = %aside.display(), "the state was damaged and is put aside");
                std::fs::rename(path, aside)?;
                write(path, &fresh()?)?;
            }
            Err(error) => return Err(error),
        }
        Ok(Self::File(path.clone()))
    }

    /// Reads the state.
    pub(crate) fn read<T>(&self, look: impl FnOnce(&Account) -> T) -> Result<T, KeepError> {
        match self {
            Self::InMemory(account) => Ok(look(&account.lock().unwrap_or_else(PoisonError::into_inner))),
            Self::File(path) => {
                let _lock = lock(path)?;
                Ok(look(&read(path)?))
            }
        }
    }

    /// Changes the state; a change that fails leaves it as it was.
    pub(crate) fn change<T, E>(
        &self,
        change: impl FnOnce(&mut Account) -> Result<T, E>,
    ) -> Result<Result<T, E>, KeepError> {
        match self {
            Self::InMemory(account) => {
                let mut account = account.lock().unwrap_or_else(PoisonError::into_inner);
                let mut changed = account.clone();
                let result = change(&mut changed);
                if result.is_ok() {
                    *account = changed;
                }
                Ok(result)
            }
            Self::File(path) => {
                let _lock = lock(path)?;
                let mut account = read(path)?;
                let result = change(&mut account);
                if result.is_ok() {
                    write(path, &account)?;
                }
                Ok(result)
            }
        }
    }
}

/// What the account holds, without starting it.
pub fn peek(keep: &Keep) -> Result<Account, KeepError> {
    Kept::open(keep)?.read(Account::clone)
}

/// Held while the file is read and written; the system lets go of it when a program dies.
fn lock(path: &Path) -> io::Result<File> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let lock = File::options().create(true).write(true).truncate(false).open(path.with_extension("lock"))?;
    lock.lock()?;
    Ok(lock)
}

fn read(path: &Path) -> Result<Account, KeepError> {
    let account: Account = serde_json::from_slice(&std::fs::read(path)?)?;
    Ok(account.complete())
}

fn write(path: &Path, account: &Account) -> Result<(), KeepError> {
    Ok(store::write_atomically(path, &serde_json::to_vec(account)?)?)
}

pub(crate) fn random() -> Result<u64, KeepError> {
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).map_err(|_| KeepError::Random)?;
    Ok(u64::from_le_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_keeps_the_state_and_a_failed_change_leaves_it() {
        let folder = tempfile::tempdir().unwrap();
        let keep = Keep::File(folder.path().join("practice/state.json"));
        let kept = Kept::open(&keep).unwrap();
        let before = kept.read(Account::clone).unwrap();
        let failed: Result<(), &str> = kept
            .change(|account| {
                account.waba.name = "changed".to_owned();
                Err("no")
            })
            .unwrap();
        assert_eq!(failed, Err("no"));
        assert_eq!(Kept::open(&keep).unwrap().read(Account::clone).unwrap(), before);
        let done: Result<(), ()> = kept
            .change(|account| {
                account.waba.name = "changed".to_owned();
                Ok(())
            })
            .unwrap();
        assert_eq!(done, Ok(()));
        assert_eq!(Kept::open(&keep).unwrap().read(|account| account.waba.name.clone()).unwrap(), "changed");
    }

    #[test]
    fn a_file_from_before_templates_messages_and_limits_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state.json");
        let keep = Keep::File(path.clone());
        let fresh = Kept::open(&keep).unwrap().read(Account::clone).unwrap();
        let mut state: serde_json::Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        state
            .as_object_mut()
            .unwrap()
            .retain(|key, _| ["waba", "phone_number", "flows", "next"].contains(&&**key));
        let number = state["phone_number"].as_object_mut().unwrap();
        number.remove("whatsapp_business_manager_messaging_limit").unwrap();
        std::fs::write(&path, state.to_string()).unwrap();
        assert_eq!(peek(&keep).unwrap(), fresh);
        assert!(!path.with_extension("damaged.json").exists());
    }

    #[test]
    fn a_damaged_file_is_put_aside() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state.json");
        std::fs::write(&path, "{\"waba\": ").unwrap();
        Kept::open(&Keep::File(path.clone())).unwrap();
        assert_eq!(std::fs::read_to_string(path.with_extension("damaged.json")).unwrap(), "{\"waba\": ");
    }
}
