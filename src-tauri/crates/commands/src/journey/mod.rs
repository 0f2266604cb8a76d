//! One journey: its life, its edits, its text.

mod blocked;

mod check;
mod copy;
mod create;
mod dates;
mod delete;
mod duplicate;
mod edit;
mod export;
mod forecast;
mod go_to;
mod kinds;
mod links;
mod list;
mod live;
mod open;
mod paths;
mod prices;
mod record;
mod redo;
mod run;
mod source;
mod starters;
mod tests;
mod tour;
mod undelete;
mod undo;
mod use_starter;
mod witness;

pub(crate) use blocked::Blocked;

pub use check::check;
pub use copy::copy;
pub use create::create;
pub use delete::delete;
pub use duplicate::duplicate;
pub use edit::edit;
pub use export::export;
pub use forecast::forecast;
pub use go_to::go_to;
pub use kinds::kinds;
pub use links::{links, save_code};
pub use list::list;
pub use live::live;
pub use open::open;
pub use paths::paths;
pub use prices::prices;
pub use record::record;
pub use redo::redo;
pub use run::run;
pub use source::source;
pub use starters::starters;
pub use tests::tests;
pub use tour::tour;
pub use undelete::undelete;
pub use undo::undo;
pub use use_starter::use_starter;
pub use witness::witness;

pub(crate) use create::put;
