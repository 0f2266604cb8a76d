//! How other crates' errors cross to the page.

use flows::edit::EditError;

use crate::wire::{Code, Error};

impl From<store::Error> for Error {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::NotFound(what) => {
                Self::new(Code::NotFound, format!("This {what} is no longer here. It may have been removed."))
            }
            store::Error::Stale { .. } => stale(),
            store::Error::Locked => Self::new(
                Code::Locked,
                "Another program is using your work right now. Close it, or wait a moment and try again.",
            ),
            store::Error::ReadOnly => Self::new(
                Code::ReadOnly,
                "Nothing can be saved here: the folder or file is write-protected. Allow writing, or choose another place.",
            ),
            store::Error::DiskFull => Self::new(
                Code::DiskFull,
                "The disk is full. Make some room and try again: nothing was lost, the last step was not saved.",
            ),
            store::Error::NewerFormat { .. } => Self::new(
                Code::NewerFormat,
                "Your work was saved by a newer Waymark. You can look at it here; to change it, update Waymark.",
            ),
            store::Error::Damaged(_) => Self::new(
                Code::Damaged,
                "The file with your work is damaged. Restore a backup: what is there now is kept aside.",
            ),
            store::Error::NotABackup => {
                Self::new(Code::BadFile, "This file is not a backup made by Waymark. Choose another one.")
            }
            store::Error::Io(why) => Self::new(
                Code::Internal,
                format!("The disk did not do what it was asked: {why}. Please try again."),
            ),
            store::Error::Statement(why) => Self::new(
                Code::Internal,
                format!("Something went wrong while saving ({why}). Please try again."),
            ),
        }
    }
}

impl From<EditError> for Error {
    fn from(error: EditError) -> Self {
        Self::new(Code::InvalidEdit, error.to_string())
    }
}

/// The edit was made against an older revision.
pub(crate) fn stale() -> Error {
    Error::new(Code::Stale, "This Flow has changed meanwhile. Look at it again, then repeat the step.")
}
