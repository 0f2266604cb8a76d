//! One journey: its life, its edits, its text.

mod copy;
mod create;
mod dates;
mod delete;
mod duplicate;
mod edit;
mod export;
mod go_to;
mod kinds;
mod list;
mod open;
mod paths;
mod record;
mod redo;
mod run;
mod source;
mod starters;
mod tests;
mod undelete;
mod undo;
mod use_starter;

pub use copy::copy;
pub use create::create;
pub use delete::delete;
pub use duplicate::duplicate;
pub use edit::edit;
pub use export::export;
pub use go_to::go_to;
pub use kinds::kinds;
pub use list::list;
pub use open::open;
pub use paths::paths;
pub use record::record;
pub use redo::redo;
pub use run::run;
pub use source::source;
pub use starters::starters;
pub use tests::tests;
pub use undelete::undelete;
pub use undo::undo;
pub use use_starter::use_starter;

pub(crate) use create::put;
