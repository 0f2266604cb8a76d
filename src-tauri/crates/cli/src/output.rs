use std::io::Write as _;
use std::path::Path;

use atomic_write_file::AtomicWriteFile;

/// Writes a file, which has the old or the new text, never a mixture.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), String> {
    let write = || {
        let mut file = AtomicWriteFile::open(path)?;
        file.write_all(text.as_bytes())?;
        file.commit()
    };
    write().map_err(|error: std::io::Error| format!("cannot be written: {error}"))
}
