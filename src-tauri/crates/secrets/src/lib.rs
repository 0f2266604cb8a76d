//! Tokens and other secrets: the type that holds one and the keychain that keeps one.
//!
//! Invariants: a [`Secret`] has no `Serialize` and no `Display`, its `Debug` shows nothing, and its memory is
//! zeroed when it goes. Nothing here writes a file: without a keychain a secret lives in memory until the
//! program ends, and [`Kept`] says so.

mod keychain;
mod secret;

pub use keychain::{Error, Kept, Keychain, State};
pub use secret::Secret;
