use std::io;

use rusqlite::ErrorCode;

/// What the caller can do about it is in the variant.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No document, account or setting of that name.
    #[error("there is no such {0}")]
    NotFound(&'static str),
    /// The document has moved on: read it again, then try again.
    #[error("the document is at revision {head}")]
    Stale {
        /// Where it stands.
        head: u32,
    },
    /// Another program holds the file: try again.
    #[error("another program holds the workspace")]
    Locked,
    /// Nothing can be written here: choose another place or change its permissions.
    #[error("the place cannot be written to")]
    ReadOnly,
    /// Make room, then try again.
    #[error("the disk is full")]
    DiskFull,
    /// Made by a newer Waymark: it can be read, never written.
    #[error("the workspace has format {found}, this version knows {known}")]
    NewerFormat {
        /// Format of the file.
        found: u32,
        /// Newest format known here.
        known: u32,
    },
    /// Restore a backup.
    #[error("the workspace is damaged: {0}")]
    Damaged(String),
    /// The file chosen for a restore is not a workspace.
    #[error("the file is not a backup of a workspace")]
    NotABackup,
    /// The system refused a file.
    #[error("{0}")]
    Io(io::Error),
    /// A statement did not fit the file: a fault of ours.
    #[error("{0}")]
    Statement(rusqlite::Error),
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed,
            ) => Self::Locked,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly,
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged(error.to_string()),
            Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen) => {
                Self::Io(io::Error::other(error.to_string()))
            }
            _ => Self::Statement(error),
        }
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            _ => Self::Io(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::ffi::{SQLITE_BUSY, SQLITE_PROTOCOL};

    use super::Error;

    #[test]
    fn a_lock_that_cannot_be_had_is_another_program_s() {
        for code in [SQLITE_BUSY, SQLITE_PROTOCOL] {
            let error = rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(code), None);
            assert!(matches!(Error::from(error), Error::Locked), "{code}");
        }
    }
}
