//! Accounts Flows are published to.
//!
//! A token comes in once and goes to the keychain. Nothing here gives it out: the UI is told its last four
//! characters, and [`open`](self::open::open) puts it into the client that needs it.

mod connect;
mod limit;
mod list;
mod open;
mod remove;
mod token;
mod trouble;

pub use connect::connect;
pub use list::list;
pub use open::{OpenAccounts, PRACTICE};
pub use remove::remove;
pub use token::token;

pub(crate) use limit::{ask_limit, lowest};
pub(crate) use open::{Connection, open};
pub(crate) use trouble::{Side, explained, failed};
