//! One template or message: its life, its edits, what is known of it.

mod create;
mod delete;
mod duplicate;
mod edit;
mod export;
mod go_to;
mod list;
mod open;
mod redo;
mod show;
mod undelete;
mod undo;

pub use create::create;
pub use delete::delete;
pub use duplicate::duplicate;
pub use edit::edit;
pub use export::export;
pub use go_to::go_to;
pub use list::list;
pub use open::open;
pub use redo::redo;
pub use show::show;
pub use undelete::undelete;
pub use undo::undo;

pub(crate) use create::put;
