//! One Flow: its life, its edits, its text.

mod add_image;
mod arrive;
mod copy;
mod create;
mod delete;
mod drop_image;
mod dropped;
mod duplicate;
mod edit;
mod export;
mod go_to;
mod import;
mod list;
mod make;
mod migration;
mod open;
mod picture;
mod redo;
mod source;
mod undelete;
mod undo;

pub use add_image::add_image;
pub use arrive::arrive;
pub use copy::copy;
pub use create::create;
pub use delete::delete;
pub use drop_image::drop_image;
pub use dropped::{hover, leave, take_dropped};
pub use duplicate::duplicate;
pub use edit::edit;
pub use export::export;
pub use go_to::go_to;
pub use import::import;
pub use list::list;
pub use migration::migration;
pub use open::open;
pub use redo::redo;
pub use source::source;
pub use undelete::undelete;
pub use undo::undo;

pub(crate) use arrive::take_expected;
pub(crate) use duplicate::free_name;
pub(crate) use import::{read_bytes, read_text};
pub(crate) use make::make;
pub(crate) use picture::fit;
