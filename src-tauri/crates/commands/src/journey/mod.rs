//! One journey: its life, its edits, its text.

mod buttons;
mod copy;
mod create;
mod delete;
mod duplicate;
mod edit;
mod export;
mod go_to;
mod kinds;
mod list;
mod open;
mod redo;
mod run;
mod source;
mod starters;
mod undelete;
mod undo;
mod use_starter;
mod uses;
mod witness;

pub use buttons::buttons;
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
pub use redo::redo;
pub use run::run;
pub use source::source;
pub use starters::starters;
pub use undelete::undelete;
pub use undo::undo;
pub use use_starter::use_starter;
pub use uses::uses;
pub use witness::witness;

pub(crate) use create::put;
