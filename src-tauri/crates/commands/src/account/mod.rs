//! Accounts Flows are published to.

mod connect;
mod list;
mod remove;
mod token;

pub use connect::connect;
pub use list::list;
pub use remove::remove;
pub use token::token;
