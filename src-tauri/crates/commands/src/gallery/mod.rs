//! Finished Flows to start from.

mod list;
mod use_starter;

pub use list::list;
pub use use_starter::use_starter;
