use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::time::Duration;

use keyring_core::CredentialStore;
use zeroize::Zeroizing;

use crate::Secret;

/// How long a person has to answer the keychain's own password prompt before it counts as locked.
const PROMPT: Duration = Duration::from_mins(2);

/// Whether the operating system's keychain can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It answers.
    Available,
    /// It is there and the user has not unlocked it.
    Locked,
    /// This computer has none (no Secret Service, no session bus).
    Missing,
}

/// Where a secret was put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// In the keychain: it is there again after a restart.
    Keychain,
    /// In memory until the program ends, because the keychain is in this state.
    Session(State),
}

/// What can go wrong with the keychain.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The user has to unlock it.
    #[error("the keychain is locked")]
    Locked,
    /// It answered with something else; the words are its own and never contain the secret.
    #[error("the keychain failed: {0}")]
    Failed(String),
}

/// The keychain of the operating system, with a place in memory for when there is none.
///
/// Every call waits for the keychain (a prompt may be up), so async code calls it from a blocking thread.
pub struct Keychain {
    service: String,
    open: fn() -> keyring_core::Result<Arc<CredentialStore>>,
    store: Mutex<Option<Arc<CredentialStore>>>,
    session: Mutex<HashMap<String, (Secret<String>, State)>>,
}

impl Keychain {
    /// The operating system's keychain; entries are filed under `service`.
    pub fn of_system(service: &str) -> Self {
        Self::with(service, open_system)
    }

    /// No keychain: everything stays in memory. For test set-ups and people who ask for it.
    pub fn in_memory(service: &str) -> Self {
        Self::with(service, || Err(keyring_core::Error::NoDefaultStore))
    }

    fn with(service: &str, open: fn() -> keyring_core::Result<Arc<CredentialStore>>) -> Self {
        Self { service: service.to_owned(), open, store: Mutex::default(), session: Mutex::default() }
    }

    /// Whether the keychain can be used now. Asks it for an entry that does not exist, which brings up no
    /// prompt; a Secret Service that is locked shows it only when an entry is read or written.
    pub fn state(&self) -> State {
        match self.ask("state", |entry| entry.get_secret().map(drop)) {
            Ok(()) | Err(Asked::NoEntry | Asked::Failed(_)) => State::Available,
            Err(Asked::Locked) => State::Locked,
            Err(Asked::Missing) => State::Missing,
        }
    }

    /// Keeps `secret` under `name`: in the keychain, or in memory when that is locked or missing.
    pub fn put(&self, name: &str, secret: &Secret<String>) -> Result<Kept, Error> {
        let copy = secret.clone();
        let state = match self.ask(name, move |entry| entry.set_secret(copy.expose().as_bytes())) {
            Ok(()) => {
                self.session().remove(name);
                return Ok(Kept::Keychain);
            }
            Err(Asked::Locked) => State::Locked,
            Err(Asked::Missing) => State::Missing,
            Err(Asked::NoEntry) => return Err(Error::Failed("the entry vanished while writing".to_owned())),
            Err(Asked::Failed(why)) => return Err(Error::Failed(why)),
        };
        self.session().insert(name.to_owned(), (secret.clone(), state));
        Ok(Kept::Session(state))
    }

    /// The secret under `name` and where it was kept; none when there is none (or there was one for an
    /// earlier session).
    pub fn get(&self, name: &str) -> Result<Option<(Secret<String>, Kept)>, Error> {
        if let Some((secret, state)) = self.session().get(name) {
            return Ok(Some((secret.clone(), Kept::Session(*state))));
        }
        match self.ask(name, |entry| entry.get_secret().map(Zeroizing::new)) {
            Ok(bytes) => {
                let text = std::str::from_utf8(&bytes)
                    .map_err(|_| Error::Failed("the entry is not text".to_owned()))?;
                Ok(Some((Secret::new(text.to_owned()), Kept::Keychain)))
            }
            Err(Asked::NoEntry | Asked::Missing) => Ok(None),
            Err(Asked::Locked) => Err(Error::Locked),
            Err(Asked::Failed(why)) => Err(Error::Failed(why)),
        }
    }

    /// The secret under `name` when it is kept for this session only. Asks no keychain.
    pub fn in_session(&self, name: &str) -> Option<Secret<String>> {
        self.session().get(name).map(|(secret, _)| secret.clone())
    }

    /// Forgets the secret under `name`, in the keychain and in memory. Not an error when there is none.
    pub fn remove(&self, name: &str) -> Result<(), Error> {
        self.session().remove(name);
        match self.ask(name, keyring_core::Entry::delete_credential) {
            Ok(()) | Err(Asked::NoEntry | Asked::Missing) => Ok(()),
            Err(Asked::Locked) => Err(Error::Locked),
            Err(Asked::Failed(why)) => Err(Error::Failed(why)),
        }
    }

    fn session(&self) -> std::sync::MutexGuard<'_, HashMap<String, (Secret<String>, State)>> {
        self.session.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// One call to the keychain, on a thread of its own: the Secret Service client blocks and may bring its
    /// own event loop, which must not meet ours, and a prompt nobody answers must not hang us.
    fn ask<T, F>(&self, name: &str, call: F) -> Result<T, Asked>
    where
        T: Send + 'static,
        F: FnOnce(&keyring_core::Entry) -> keyring_core::Result<T> + Send + 'static,
    {
        let known = self.store.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let (open, service, name) = (self.open, self.service.clone(), name.to_owned());
        let (answer, answered) = mpsc::channel();
        std::thread::Builder::new()
            .name("keychain".to_owned())
            .spawn(move || {
                let result = known.map_or_else(open, Ok).map_err(|_| Asked::Missing).and_then(|store| {
                    let entry = store.build(&service, &name, None)?;
                    Ok((call(&entry).map_err(Asked::from), store))
                });
                // A receiver that is gone has stopped waiting.
                let _ = answer.send(result);
            })
            .map_err(|error| Asked::Failed(error.to_string()))?;
        match answered.recv_timeout(PROMPT) {
            Ok(Ok((result, store))) => {
                *self.store.lock().unwrap_or_else(PoisonError::into_inner) = Some(store);
                result
            }
            Ok(Err(asked)) => Err(asked),
            Err(mpsc::RecvTimeoutError::Timeout) => Err(Asked::Locked),
            Err(mpsc::RecvTimeoutError::Disconnected) => {
                Err(Asked::Failed("the keychain's client stopped".to_owned()))
            }
        }
    }
}

/// What a call to the keychain came to, when not to its answer.
enum Asked {
    NoEntry,
    Locked,
    Missing,
    Failed(String),
}

impl From<keyring_core::Error> for Asked {
    fn from(error: keyring_core::Error) -> Self {
        use keyring_core::Error as E;
        match error {
            E::NoEntry => Self::NoEntry,
            E::NoStorageAccess(_) => Self::Locked,
            E::NoDefaultStore => Self::Missing,
            // These carry bytes of the entry: their own words are left out.
            E::BadEncoding(_) | E::BadDataFormat(..) => Self::Failed("the entry cannot be read".to_owned()),
            other => Self::Failed(other.to_string()),
        }
    }
}

#[cfg(target_os = "macos")]
fn open_system() -> keyring_core::Result<Arc<CredentialStore>> {
    Ok(apple_native_keyring_store::keychain::Store::new()?)
}

#[cfg(windows)]
fn open_system() -> keyring_core::Result<Arc<CredentialStore>> {
    Ok(windows_native_keyring_store::Store::new()?)
}

#[cfg(all(unix, not(target_os = "macos")))]
fn open_system() -> keyring_core::Result<Arc<CredentialStore>> {
    Ok(zbus_secret_service_keyring_store::Store::new()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token() -> Secret<String> {
        Secret::new("EAAG-canary-0123456789".to_owned())
    }

    fn mock() -> keyring_core::Result<Arc<CredentialStore>> {
        Ok(keyring_core::mock::Store::new()?)
    }

    #[test]
    fn a_keychain_keeps_gives_back_and_forgets() {
        let keychain = Keychain::with("waymark-test", mock);
        assert_eq!(keychain.state(), State::Available);
        assert!(keychain.get("a").unwrap().is_none());
        assert_eq!(keychain.put("a", &token()).unwrap(), Kept::Keychain);
        let (secret, kept) = keychain.get("a").unwrap().unwrap();
        assert_eq!((secret.expose(), kept), (token().expose(), Kept::Keychain));
        keychain.remove("a").unwrap();
        keychain.remove("a").unwrap();
        assert!(keychain.get("a").unwrap().is_none());
    }

    #[test]
    fn without_a_keychain_it_is_kept_for_the_session_and_said_so() {
        let keychain = Keychain::in_memory("waymark-test");
        assert_eq!(keychain.state(), State::Missing);
        assert_eq!(keychain.put("a", &token()).unwrap(), Kept::Session(State::Missing));
        assert_eq!(keychain.get("a").unwrap().unwrap().0.expose(), token().expose());
        assert!(
            Keychain::in_memory("waymark-test").get("a").unwrap().is_none(),
            "another session has nothing"
        );
        keychain.remove("a").unwrap();
        assert!(keychain.get("a").unwrap().is_none());
    }

    #[test]
    fn a_locked_keychain_is_told_from_a_missing_one_and_from_a_broken_one() {
        use keyring_core::Error as E;
        assert!(matches!(Asked::from(E::NoStorageAccess("locked".into())), Asked::Locked));
        assert!(matches!(Asked::from(E::NoDefaultStore), Asked::Missing));
        let Asked::Failed(words) = Asked::from(E::BadEncoding(b"canary".to_vec())) else { panic!() };
        assert!(!words.contains("canary"));
    }
}
