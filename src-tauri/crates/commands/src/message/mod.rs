//! One template or message: its life, its edits, what is known of it.

mod add_file;
mod add_language;
mod bring_back;
mod compare_version;
mod create;
mod delete;
mod drop_file;
mod drop_version;
mod duplicate;
mod edit;
mod export;
mod family;
mod file_type;
mod follow;
mod go_to;
mod hear;
mod keep_version;
mod list;
mod open;
mod picture;
mod redo;
mod rename_version;
mod show;
mod standing;
mod starters;
mod submit;
mod take;
mod undelete;
mod undo;
mod undrop_version;
mod use_starter;
mod versions;

pub use add_file::add_file;
pub use add_language::add_language;
pub use bring_back::bring_back;
pub use compare_version::compare_version;
pub use create::create;
pub use delete::delete;
pub use drop_file::drop_file;
pub use drop_version::drop_version;
pub use duplicate::duplicate;
pub use edit::edit;
pub use export::export;
pub use family::family;
pub use follow::follow;
pub use go_to::go_to;
pub use hear::hear;
pub use keep_version::keep_version;
pub use list::list;
pub use open::open;
pub use picture::picture;
pub use redo::redo;
pub use rename_version::rename_version;
pub use show::show;
pub use standing::standing;
pub use starters::starters;
pub use submit::submit;
pub use take::take;
pub use undelete::undelete;
pub use undo::undo;
pub use undrop_version::undrop_version;
pub use use_starter::use_starter;
pub use versions::versions;

pub(crate) use create::put;
pub(crate) use file_type::FileType;
pub(crate) use keep_version::keep_sent;

/// The text as it is now.
pub(crate) fn text(app: &crate::App, message: &str) -> Result<String, crate::wire::Error> {
    app.message(message, |open| Ok(open.document().text().to_owned()))
}
