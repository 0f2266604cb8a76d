use super::{LIMITS, MANIFEST};

/// Why files are no project that can be read. Displays as a sentence that says what, where and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProjectError {
    /// There is no `project.json` of ours.
    #[error(
        "This is not a Waymark project: it has no {MANIFEST}. Choose a folder or file that was saved as a project."
    )]
    NotAProject,
    /// Written by a newer program.
    #[error(
        "This project was saved by a newer Waymark (its format is version {found}, this one reads up to {known}). Update Waymark, then open it."
    )]
    Newer {
        /// Its version.
        found: u64,
        /// The newest one known here.
        known: u64,
    },
    /// `project.json` cannot be read.
    #[error(
        "{MANIFEST} cannot be read (line {line}): {why}. Mend it, or take an earlier copy of the project."
    )]
    Manifest {
        /// Counted from 1.
        line: u32,
        /// What is wrong, without a full stop.
        why: String,
    },
    /// `project.json` names a file that is not there: it was copied or downloaded in part.
    #[error("\"{file}\" is missing, though {MANIFEST} names it. Copy or download the whole project again.")]
    Missing {
        /// Its path.
        file: String,
    },
    /// A document is not text.
    #[error("\"{file}\" is not UTF-8 text (byte {byte}). Save it as UTF-8 and try again.")]
    NotText {
        /// Its path.
        file: String,
        /// The first byte that does not fit, from 0.
        byte: usize,
    },
    /// What lies beside a document cannot be read.
    #[error("\"{file}\" cannot be read: {why}. Mend it, or take the file away.")]
    Beside {
        /// Its path.
        file: String,
        /// What is wrong.
        why: String,
    },
    /// A path that may not be.
    #[error("The name \"{path}\" {why}. Nothing was read from this file, as it may be meant to do harm.")]
    Path {
        /// As it is written, with odd characters escaped.
        path: String,
        /// Why not.
        why: BadPath,
    },
    /// A path is there twice.
    #[error("\"{path}\" is in it twice, so it is not clear which one is meant. Take one of them away.")]
    Twice {
        /// The path.
        path: String,
    },
    /// Two paths that many systems take for the same one.
    #[error(
        "\"{one}\" and \"{other}\" differ only in upper and lower case, which many computers cannot tell apart. Rename one."
    )]
    Clash {
        /// The first.
        one: String,
        /// The second.
        other: String,
    },
    /// More files than a project may have.
    #[error("It has more than {} files, the most a project may have.", LIMITS.files)]
    TooMany,
    /// A file that is too large.
    #[error("\"{path}\" is larger than {} MB, the most a file of a project may have.", LIMITS.bytes_of_one / 1_000_000)]
    TooLarge {
        /// Its path.
        path: String,
    },
    /// All together is too large.
    #[error("Unpacked it is larger than {} MB, the most a project may have.", LIMITS.bytes / 1_000_000)]
    TooMuch,
}

/// Why a path may not be one of a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadPath {
    /// It begins with a slash or a drive.
    #[error("begins at the root of the disk")]
    Absolute,
    /// It goes up.
    #[error("leads out of the project's folder")]
    Outside,
    /// Two slashes in a row, or nothing at all.
    #[error("has a part without a name")]
    Empty,
    /// A character that some system cannot hold in a name.
    #[error("has a character that file names cannot have")]
    Character,
    /// `NUL`, `COM1`: a device on Windows.
    #[error("is the name of a device on Windows")]
    Device,
    /// Ends in a dot or a space.
    #[error("has a part that ends in a dot or a space")]
    End,
    /// Too long.
    #[error("is too long")]
    Long,
    /// Not UTF-8.
    #[error("is not UTF-8 text")]
    NotText,
    /// It is a link to another file.
    #[error("is a link to another place")]
    Link,
}

impl ProjectError {
    /// A bad path, with what cannot be shown escaped.
    pub fn path(path: &str, why: BadPath) -> Self {
        let shown: String = path.chars().take(120).flat_map(char::escape_debug).collect();
        Self::Path { path: shown, why }
    }
}
