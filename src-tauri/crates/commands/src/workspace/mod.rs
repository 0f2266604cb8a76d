//! The workspace as a whole.

mod backup;
mod open;
mod restore;

pub use backup::backup;
pub use open::open;
pub use restore::restore;
