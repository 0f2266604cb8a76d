//! Reading files that somebody names on the command line.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// More than this is not read at all: a Flow is a sixth of it at most.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// Why a file cannot be used. Displays as a sentence that says what to do.
#[derive(Debug)]
pub(crate) enum Unusable {
    /// The system says why.
    Read(io::Error),
    /// It is far larger than a Flow can be.
    TooLarge,
    /// It is not UTF-8; has the first byte that does not fit, counted from 0.
    NotText(usize),
}

impl std::fmt::Display for Unusable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Read(error) => write!(f, "cannot be read: {error}"),
            Self::TooLarge => write!(f, "is larger than 64 MB, so it is not a Flow"),
            Self::NotText(byte) => {
                write!(f, "is not UTF-8 text (byte {byte}); save it as UTF-8 and try again")
            }
        }
    }
}

/// What a document in a file is called: the name of the file without its ending.
pub(crate) fn stem(path: &Path) -> String {
    path.file_stem().map_or_else(|| "journey".to_owned(), |stem| stem.to_string_lossy().into_owned())
}

/// The text of a file; `-` is the standard input.
pub(crate) fn read(path: &Path) -> Result<String, Unusable> {
    let mut bytes = Vec::new();
    let read = if path.as_os_str() == "-" {
        io::stdin().lock().take(MOST_BYTES + 1).read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|file| file.take(MOST_BYTES + 1).read_to_end(&mut bytes))
    };
    read.map_err(Unusable::Read)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Unusable::TooLarge);
    }
    String::from_utf8(bytes).map_err(|error| Unusable::NotText(error.utf8_error().valid_up_to()))
}
