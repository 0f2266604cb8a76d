//! Projects on the disk: a folder, or one zipped file. What is in them is the matter of [`flows::project`]; here they are read
//! within its limits and written so that what was there before stays whole until the new is.
//!
//! Invariants:
//! - Nothing of a project is written anywhere while it is read: its files come into memory, checked one by one.
//! - A link is never followed, and no name of a zipped file becomes a place on the disk.
//! - Of a folder only `project.json` and the folders of the format are touched.

mod folder;
mod zipped;

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use flows::project::{Files, LIMITS, ProjectError};

pub use folder::{name_in, write_folder};
pub use zipped::write_zip;

/// Why a project cannot be read or written. Displays as a sentence that says what, where and what to do.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// It is no project, or one that does harm.
    #[error(transparent)]
    Project(#[from] ProjectError),
    /// Neither a folder nor a zipped file.
    #[error(
        "This is not a Waymark project. Choose a folder with a project.json, or a file that was saved as a project."
    )]
    NotAProject,
    /// A backup of a whole workspace.
    #[error("This is a backup of everything, not a project. Bring it back in the settings, under Backup.")]
    IsABackup,
    /// A zipped file that is cut off or damaged; has the library's words, which are not for people.
    #[error("This zipped file is damaged or cut off. Copy or download it again.")]
    Damaged(String),
    /// A zipped file that can be understood in two ways.
    #[error("In this zipped file {0}, so it is not clear what is meant. Pack it again.")]
    Ambiguous(&'static str),
    /// Something in it is encrypted, or packed in an unusual way.
    #[error(
        "\"{0}\" is encrypted or packed in a way that Waymark does not read. Pack it again as a plain zip file."
    )]
    Packed(String),
    /// Far more comes out of it than it is large.
    #[error("\"{0}\" unpacks to more than {ratio} times its size, as a file does that is meant to fill up the disk. Nothing was read from it.", ratio = LIMITS.ratio)]
    Bomb(String),
    /// Writing a folder was cut off.
    #[error(
        "Saving a project into this folder was cut off, so what is in it does not belong together. Save it there once more."
    )]
    Unfinished,
    /// A folder has things in the way that are not ours.
    #[error(
        "This folder has a \"{0}\" of its own, which would be in the way. Choose an empty folder or one with a project."
    )]
    Occupied(String),
    /// A file is in the way that its project does not name.
    #[error(
        "This folder has a \"{0}\" that was not saved by Waymark and would be overwritten. Move it away, or choose another folder."
    )]
    Foreign(String),
    /// A folder of a project is a link.
    #[error(
        "\"{0}\" in this folder is a link to another place, where nothing is written. Put a real folder in its place."
    )]
    Linked(String),
    /// The disk did not do it.
    #[error(transparent)]
    Store(#[from] crate::Error),
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::Store(error.into())
    }
}

/// Reads a project: a folder or a zipped file.
pub fn read(path: &Path) -> Result<Files, Trouble> {
    if fs::metadata(path)?.is_dir() { folder::read(path) } else { zipped::read(path) }
}

/// What is in a file, up to the limit for one file and to what is left of the limit for all.
fn read_within(reader: impl Read, path: &str, left: u64) -> Result<Vec<u8>, Trouble> {
    let most = LIMITS.bytes_of_one.min(left);
    let mut bytes = Vec::new();
    reader.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > LIMITS.bytes_of_one {
        return Err(ProjectError::TooLarge { path: path.to_owned() }.into());
    }
    if size > left {
        return Err(ProjectError::TooMuch.into());
    }
    Ok(bytes)
}
