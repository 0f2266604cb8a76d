//! Rules of the check.

mod explain;

pub use explain::explain;
