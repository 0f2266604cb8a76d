//! One Flow in several languages.

mod export;
mod import;
mod list;
mod table_export;
mod table_import;

pub use export::export;
pub use import::import;
pub use list::list;
pub use table_export::table_export;
pub use table_import::table_import;

use flows::languages::is_tag;

use crate::wire::{Code, Error};

/// Refuses what is no language's tag.
fn require_tag(tag: &str) -> Result<(), Error> {
    let odd =
        || Error::new(Code::InvalidEdit, format!("\"{tag}\" is not a language. Choose one from the list."));
    if is_tag(tag) { Ok(()) } else { Err(odd()) }
}
