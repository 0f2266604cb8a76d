use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use flows::project::{BadPath, Files, LIMITS, MANIFEST, ProjectError, fold, folders, name_of, owned};

use super::{Trouble, read_within};
use crate::file::{make_folder, sync_folder};

/// The new files, while they are written.
const WRITING: &str = ".waymark-writing";

/// The new files, while they move to where they belong: as long as it is there the folder is half old and half new.
const MOVING: &str = ".waymark-moving";

/// What was moving when that was cut off, until it is put right.
const CUT_OFF: &str = ".waymark-cut-off";

/// So deep folders within those of the format are looked at, to name what is in them.
const DEEPEST: usize = 8;

/// What the project in a folder is called, when there is one of ours.
pub fn name_in(folder: &Path) -> Option<String> {
    name_of(&fs::read(folder.join(MANIFEST)).ok()?)
}

/// Reads a project's folder: `project.json` and the folders of the format. Everything else in it is left alone.
pub(super) fn read(folder: &Path) -> Result<Files, Trouble> {
    if [MOVING, CUT_OFF].iter().any(|name| folder.join(name).exists()) {
        return Err(Trouble::Unfinished);
    }
    let mut reader = Reader { files: Files::default(), left: LIMITS.bytes };
    for name in [MANIFEST].into_iter().chain(folders()) {
        match fs::symlink_metadata(folder.join(name)) {
            Ok(_) => reader.take(&folder.join(name), name, 0)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(reader.files)
}

struct Reader {
    files: Files,
    left: u64,
}

impl Reader {
    fn take(&mut self, place: &Path, path: &str, depth: usize) -> Result<(), Trouble> {
        let kind = fs::symlink_metadata(place)?.file_type();
        if kind.is_dir() && depth < DEEPEST {
            let mut names: Vec<OsString> =
                fs::read_dir(place)?.map(|entry| Ok(entry?.file_name())).collect::<io::Result<_>>()?;
            names.sort();
            for name in names {
                let Some(text) = name.to_str() else {
                    let shown = format!("{path}/{}", name.to_string_lossy());
                    return Err(ProjectError::path(&shown, BadPath::NotText).into());
                };
                self.take(&place.join(text), &format!("{path}/{text}"), depth + 1)?;
            }
            return Ok(());
        }
        if !kind.is_file() {
            return Err(ProjectError::path(path, BadPath::Link).into());
        }
        if self.files.len() >= LIMITS.files {
            return Err(ProjectError::TooMany.into());
        }
        let bytes = read_within(File::open(place)?, path, self.left)?;
        self.left = self.left.saturating_sub(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        self.files.add(path, bytes)?;
        Ok(())
    }
}

/// Writes a project into a folder, which is made when it is not there. Files of the project that was in it and are not in this
/// one go; everything else in the folder stays.
///
/// All new files are on the disk before the first takes its place. When that is cut off, [`read`](super::read) says so, and
/// writing again puts it right.
///
/// # Errors
/// [`Trouble::Occupied`] and [`Trouble::Foreign`] when something that is not ours is in the way; [`Trouble::Linked`].
pub fn write_folder(folder: &Path, files: &Files) -> Result<(), Trouble> {
    if !folder.exists() {
        return write_new(folder, files);
    }
    let old = old_files(folder)?;
    let known: BTreeMap<String, &String> = old.iter().map(|path| (fold(path), path)).collect();
    for (path, bytes) in files.iter() {
        let was = known.get(&fold(path));
        if !was.is_some_and(|was| *was == path || is_same(&folder.join(was), &folder.join(path))) {
            refuse_foreign(folder, path, bytes)?;
        }
    }
    let (writing, moving) = (folder.join(WRITING), folder.join(MOVING));
    remove(&writing)?;
    let staged = stage(&writing, files).and_then(|()| {
        if moving.exists() {
            remove(&folder.join(CUT_OFF))?;
            fs::rename(&moving, folder.join(CUT_OFF))?;
        }
        fs::rename(&writing, &moving)?;
        sync_folder(folder)
    });
    if let Err(error) = staged {
        // Nothing has moved yet; what cannot be removed goes when it is written again.
        let _ = remove(&writing);
        return Err(error.into());
    }
    // First what goes: it may be the same place as one that comes, where upper and lower case do not matter.
    for path in old.iter().filter(|path| files.get(path).is_none()) {
        match fs::remove_file(folder.join(path)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    // `project.json` last: it says what belongs to the project.
    let mut paths: Vec<&str> = files.iter().map(|(path, _)| path).collect();
    paths.sort_by_key(|path| *path == MANIFEST);
    for path in paths {
        let place = folder.join(path);
        if let Some(above) = place.parent() {
            make_folder(above)?;
        }
        fs::rename(moving.join(path), place)?;
    }
    for name in folders() {
        let own = folder.join(name);
        if own.exists() {
            sync_folder(&own)?;
            // Goes when nothing is left in it.
            let _ = fs::remove_dir(&own);
        }
    }
    sync_folder(folder)?;
    remove(&folder.join(CUT_OFF))?;
    remove(&moving)?;
    Ok(sync_folder(folder)?)
}

/// Beside its place, then renamed: it is there as a whole or not at all.
fn write_new(folder: &Path, files: &Files) -> Result<(), Trouble> {
    let above = match folder.parent() {
        Some(above) if !above.as_os_str().is_empty() => above,
        _ => Path::new("."),
    };
    make_folder(above)?;
    let aside = tempfile::Builder::new().prefix(".waymark-").tempdir_in(above)?;
    let whole = aside.path().join("project");
    stage(&whole, files)?;
    fs::rename(&whole, folder)?;
    Ok(sync_folder(above)?)
}

/// Paths of the project that is there, also of one whose writing was cut off. Refuses what is in the way.
fn old_files(folder: &Path) -> Result<BTreeSet<String>, Trouble> {
    for name in folders() {
        match fs::symlink_metadata(folder.join(name)) {
            Ok(there) if there.is_symlink() => return Err(Trouble::Linked(name.to_owned())),
            Ok(there) if !there.is_dir() => return Err(Trouble::Occupied(name.to_owned())),
            _ => {}
        }
    }
    let mut old = BTreeSet::new();
    let mut is_ours = false;
    for place in [folder.to_owned(), folder.join(MOVING), folder.join(CUT_OFF)] {
        match fs::read(place.join(MANIFEST)) {
            Ok(bytes) => {
                old.extend(owned(&bytes).ok_or_else(|| Trouble::Occupied(MANIFEST.to_owned()))?);
                is_ours = true;
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error.into()),
        }
    }
    if !is_ours && let Some(name) = folders().find(|name| folder.join(name).exists()) {
        return Err(Trouble::Occupied(name.to_owned()));
    }
    Ok(old)
}

/// Whether two names are of one file: where upper and lower case do not matter.
fn is_same(one: &Path, other: &Path) -> bool {
    fs::canonicalize(one).ok().is_some_and(|one| fs::canonicalize(other).ok() == Some(one))
}

/// Refuses to write over a file that is not of the project that is there, unless it is the same.
fn refuse_foreign(folder: &Path, path: &str, bytes: &[u8]) -> Result<(), Trouble> {
    let place = folder.join(path);
    match fs::symlink_metadata(&place) {
        Ok(there) if there.is_file() && fs::read(&place)? == bytes => Ok(()),
        Ok(_) => Err(Trouble::Foreign(path.to_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error.into()),
    }
}

fn stage(place: &Path, files: &Files) -> io::Result<()> {
    fs::create_dir(place)?;
    let mut made: BTreeSet<&Path> = BTreeSet::new();
    for (path, bytes) in files.iter() {
        if let Some(above) = Path::new(path).parent().filter(|above| !above.as_os_str().is_empty())
            && made.insert(above)
        {
            make_folder(&place.join(above))?;
        }
        let mut file = File::create_new(place.join(path))?;
        file.write_all(bytes)?;
        file.sync_all()?;
    }
    for above in made {
        sync_folder(&place.join(above))?;
    }
    sync_folder(place)
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
