//! The workspace as a whole.

mod backup;
mod keep;
mod open;
mod restore;

pub use backup::backup;
pub use keep::keep_backup;
pub use open::open;
pub use restore::restore;
