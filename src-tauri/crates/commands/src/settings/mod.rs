//! How the app looks and speaks.

mod get;
mod set;

pub use get::get;
pub use set::set;
