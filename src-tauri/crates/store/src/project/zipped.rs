use std::fs::File;
use std::io::{self, BufReader, BufWriter, Cursor, Read, Seek, SeekFrom, Write};
use std::path::Path;

use flows::project::{BadPath, Files, LIMITS, ProjectError, path_of};
use zip::read::ZipFile;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipArchive, ZipWriter};

use super::{Trouble, read_within};
use crate::file::replace;

/// What a workspace's file begins with.
const SQLITE: &[u8] = b"SQLite format 3\0";

/// A small file may be packed as tightly as it likes: so many bytes do no harm.
const SMALL: u64 = 1_000_000;

/// Reads a zipped project.
pub(super) fn read(path: &Path) -> Result<Files, Trouble> {
    let mut file = File::open(path)?;
    let size = file.metadata()?.len();
    let mut beginning = Vec::new();
    (&mut file).take(16).read_to_end(&mut beginning)?;
    if beginning == SQLITE {
        return Err(Trouble::IsABackup);
    }
    if !beginning.starts_with(b"PK") {
        return Err(Trouble::NotAProject);
    }
    if size > LIMITS.bytes {
        return Err(ProjectError::TooMuch.into());
    }
    if most_entries(&mut file, size)? > LIMITS.files {
        return Err(ProjectError::TooMany.into());
    }
    let mut archive = ZipArchive::new(BufReader::new(file)).map_err(|error| damaged(&error))?;
    if archive.len() > LIMITS.files {
        return Err(ProjectError::TooMany.into());
    }
    if archive.has_duplicate_names() {
        return Err(Trouble::Ambiguous("two files have the same name"));
    }
    if archive.has_overlapping_entries().map_err(|error| damaged(&error))? {
        return Err(Trouble::Ambiguous("files lie over each other"));
    }
    let mut files = Files::default();
    let mut left = LIMITS.bytes;
    for index in 0..archive.len() {
        let entry = archive.by_index(index);
        let entry = entry.map_err(|error| match error {
            ZipError::UnsupportedArchive(_)
            | ZipError::CompressionMethodNotSupported(_)
            | ZipError::InvalidPassword => Trouble::Packed(format!("file {}", index + 1)),
            other => damaged(&other),
        })?;
        if let Some((path, bytes)) = take(entry, left)? {
            left = left.saturating_sub(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
            files.add(&path, bytes)?;
        }
    }
    Ok(files)
}

/// One entry, when it is a file.
fn take<R: Read>(entry: ZipFile<'_, R>, left: u64) -> Result<Option<(String, Vec<u8>)>, Trouble> {
    let lossy = || String::from_utf8_lossy(entry.name_raw()).into_owned();
    let Ok(name) = std::str::from_utf8(entry.name_raw()).map(str::to_owned) else {
        return Err(ProjectError::path(&lossy(), BadPath::NotText).into());
    };
    if entry.encrypted() {
        return Err(Trouble::Packed(name));
    }
    // What is neither a file nor a folder: links, devices, sockets.
    let kind = entry.unix_mode().map_or(0, |mode| mode & 0o170_000);
    if entry.is_symlink() || !matches!(kind, 0 | 0o100_000 | 0o040_000) {
        return Err(ProjectError::path(&name, BadPath::Link).into());
    }
    if let Some(folder) = name.strip_suffix('/') {
        path_of(folder)?;
        return Ok(None);
    }
    path_of(&name)?;
    let (packed, said) = (entry.compressed_size(), entry.size());
    let is_bomb = |size: u64| size > SMALL && size > packed.saturating_mul(LIMITS.ratio);
    if is_bomb(said) {
        return Err(Trouble::Bomb(name));
    }
    // What it says of itself is not believed: no more than the ratio allows comes out.
    let most = packed.saturating_mul(LIMITS.ratio).max(SMALL);
    let bytes =
        read_within(entry.take(most.saturating_add(1)), &name, left).map_err(|trouble| match trouble {
            Trouble::Store(crate::Error::Io(error)) => Trouble::Damaged(error.to_string()),
            other => other,
        })?;
    if is_bomb(u64::try_from(bytes.len()).unwrap_or(u64::MAX)) {
        return Err(Trouble::Bomb(name));
    }
    Ok(Some((name, bytes)))
}

/// The most entries that an end of the directory tells of. Looked at before the directory is read, which takes memory for each.
fn most_entries(file: &mut File, size: u64) -> io::Result<usize> {
    const END: &[u8] = b"PK\x05\x06\0\0\0\0";
    const LONGEST: u64 = 22 + 65_535;
    file.seek(SeekFrom::Start(size.saturating_sub(LONGEST)))?;
    let mut tail = Vec::new();
    file.take(LONGEST).read_to_end(&mut tail)?;
    file.rewind()?;
    let told = tail.windows(12).filter_map(|window| match window.strip_prefix(END)? {
        [_, _, low, high] => Some(usize::from(u16::from_le_bytes([*low, *high]))),
        _ => None,
    });
    Ok(told.max().unwrap_or(0))
}

fn damaged(error: &ZipError) -> Trouble {
    Trouble::Damaged(error.to_string())
}

/// Writes a zipped project, which has the old or the new content, never a mixture. The same files give the same bytes.
pub fn write_zip(path: &Path, files: &Files) -> Result<(), Trouble> {
    replace(path, |file| {
        let mut writer = ZipWriter::new(BufWriter::new(file));
        for (path, bytes) in files.iter() {
            let method = method(bytes)?;
            writer.start_file(path, options(method)).map_err(io::Error::other)?;
            writer.write_all(bytes)?;
        }
        writer.finish().map_err(io::Error::other)?.flush()
    })?;
    Ok(())
}

fn options(method: CompressionMethod) -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(method)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .system(System::Unix)
}

/// What would pack so well that it looked like a bomb is not packed.
fn method(bytes: &[u8]) -> io::Result<CompressionMethod> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size <= SMALL {
        return Ok(CompressionMethod::Deflated);
    }
    let mut trial = ZipWriter::new(Cursor::new(Vec::new()));
    trial.start_file("x", options(CompressionMethod::Deflated)).map_err(io::Error::other)?;
    trial.write_all(bytes)?;
    let packed = trial.finish().map_err(io::Error::other)?.into_inner().len();
    // Twice as far away as it has to be: another program that packs it again does so a little better.
    let is_tight = size > u64::try_from(packed).unwrap_or(u64::MAX).saturating_mul(LIMITS.ratio / 2);
    Ok(if is_tight { CompressionMethod::Stored } else { CompressionMethod::Deflated })
}
