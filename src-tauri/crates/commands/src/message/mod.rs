//! One template or message: its life, its edits, what is known of it.

mod add_file;
mod add_language;
mod create;
mod delete;
mod drop_file;
mod duplicate;
mod edit;
mod export;
mod family;
mod file_type;
mod follow;
mod go_to;
mod hear;
mod list;
mod open;
mod picture;
mod redo;
mod show;
mod standing;
mod starters;
mod submit;
mod take;
mod undelete;
mod undo;
mod use_starter;

pub use add_file::add_file;
pub use add_language::add_language;
pub use create::create;
pub use delete::delete;
pub use drop_file::drop_file;
pub use duplicate::duplicate;
pub use edit::edit;
pub use export::export;
pub use family::family;
pub use follow::follow;
pub use go_to::go_to;
pub use hear::hear;
pub use list::list;
pub use open::open;
pub use picture::picture;
pub use redo::redo;
pub use show::show;
pub use standing::standing;
pub use starters::starters;
pub use submit::submit;
pub use take::take;
pub use undelete::undelete;
pub use undo::undo;
pub use use_starter::use_starter;

pub(crate) use create::put;
pub(crate) use file_type::FileType;

/// The text as it is now.
pub(crate) fn text(app: &crate::App, message: &str) -> Result<String, crate::wire::Error> {
    app.message(message, |open| Ok(open.document().text().to_owned()))
}
