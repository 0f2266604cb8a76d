//! Templates in a plan, and one that is sent in by itself: the same looking, deciding and sending.
//!
//! An account knows a template by name and language, which cannot be changed and are the key that keeps a creation
//! from happening twice.

mod decide;
mod files;
mod local;
mod look;
mod said;
mod send;

pub(super) use decide::{Known, decide};
pub(super) use look::Look;
pub(super) use send::Sender;

pub(crate) use local::{Key, LocalTemplate, Opens};
pub(crate) use said::{GONE, Said, word};
pub(crate) use send::send_alone;
