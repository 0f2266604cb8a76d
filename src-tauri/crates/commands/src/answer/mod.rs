//! What the business's own system may answer.

mod list;

pub use list::list;
