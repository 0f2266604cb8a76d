//! Writing where somebody says on the command line; the other side of `input`.

use std::io::Write as _;
use std::path::Path;

use atomic_write_file::AtomicWriteFile;

/// Writes a text: for `-` to the standard output, else into the file, which has the old or the new text, never a
/// mixture.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), String> {
    if path.as_os_str() == "-" {
        return std::io::stdout().write_all(text.as_bytes()).map_err(|error| error.to_string());
    }
    let write = || {
        let mut file = AtomicWriteFile::open(path)?;
        file.write_all(text.as_bytes())?;
        file.commit()
    };
    write().map_err(|error: std::io::Error| format!("cannot be written: {error}"))
}
