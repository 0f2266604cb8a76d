use std::fmt;

use serde::{Deserialize, Deserializer};
use zeroize::{Zeroize, Zeroizing};

/// A value that must not be shown, logged or written. Reading it takes the explicit [`Secret::expose`].
///
/// It can come in by `Deserialize` (the UI hands a token over once) and has no way out by serde.
#[derive(Clone)]
pub struct Secret<T: Zeroize>(Zeroizing<T>);

impl<T: Zeroize> Secret<T> {
    /// Takes the value in.
    pub fn new(value: T) -> Self {
        Self(Zeroizing::new(value))
    }

    /// The value, for the one call that needs it.
    pub fn expose(&self) -> &T {
        &self.0
    }
}

impl Secret<String> {
    /// The last four characters, by which a person recognises a token. None when it is so short that four
    /// characters would give much of it away.
    pub fn last4(&self) -> Option<String> {
        let length = self.expose().chars().count();
        (length >= 12).then(|| self.expose().chars().skip(length - 4).collect())
    }
}

impl<T: Zeroize> fmt::Debug for Secret<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl<'de, T: Zeroize + Deserialize<'de>> Deserialize<'de> for Secret<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self::new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static_assertions::assert_not_impl_any!(Secret<String>: serde::Serialize, fmt::Display, AsRef<str>);
    static_assertions::assert_not_impl_any!(Secret<Vec<u8>>: serde::Serialize, fmt::Display, AsRef<[u8]>);

    #[test]
    fn debug_shows_nothing_of_it() {
        let secret = Secret::new("EAAG-canary-0123456789".to_owned());
        assert_eq!(format!("{secret:?} {:?}", Some(&secret)), "Secret(…) Some(Secret(…))");
    }

    #[test]
    fn last_four_characters_of_a_long_one_only() {
        let last4 = |s: &str| Secret::new(s.to_owned()).last4();
        assert_eq!(last4("EAAG-0123456789"), Some("6789".to_owned()));
        assert_eq!(last4("tökén-ñandú-日本語"), Some("-日本語".to_owned()));
        assert_eq!(last4("short"), None);
    }

    /// Zeroizes into a cell the test can look at after the value is gone.
    #[derive(Clone)]
    struct Watched(std::rc::Rc<std::cell::Cell<bool>>);
    impl Zeroize for Watched {
        fn zeroize(&mut self) {
            self.0.set(true);
        }
    }

    #[test]
    fn it_is_zeroed_when_dropped() {
        let zeroed = std::rc::Rc::new(std::cell::Cell::new(false));
        drop(Secret::new(Watched(zeroed.clone())));
        assert!(zeroed.get());
    }
}
