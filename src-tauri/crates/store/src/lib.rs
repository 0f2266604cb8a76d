//! The workspace: one `SQLite` file that holds every document, the journal of its edits, what is live, and accounts; and
//! projects as folders and zipped files ([`project`]).
//!
//! Invariants:
//! - A write is one transaction, and it is on the disk (`synchronous=FULL`) before the call returns.
//! - The journal is the truth: a document is its newest snapshot whose checksum holds plus the entries after it.
//! - The store does not know what a change means. It keeps the words it is given, in order, with a checksum.
//! - Nothing that was stored is destroyed by the store itself: deleted documents are hidden, damaged rows and
//!   replaced files are set aside.
//! - No token ever comes here.

mod account;
mod backup;
mod checksum;
mod document;
mod error;
mod file;
mod journal;
mod media;
pub mod project;
mod publish;
mod schema;
mod setting;
mod version;
mod watch;
mod workspace;

pub use account::Account;
pub use backup::{BACKUPS_KEPT, Backup};
pub use document::{Card, Document, NewDocument};
pub use error::Error;
pub use file::write_atomically;
pub use journal::{Entry, Kind, Loaded, NewEntry, SNAPSHOT_EVERY, State};
pub use publish::{Intent, IntentState, Live};
pub use version::{NewVersion, Version};
pub use watch::WritePoint;
pub use workspace::{FILE, Workspace};
