use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;

use crate::error::Error;
use crate::file::{copy_atomically, make_folder, sync_folder};
use crate::schema::FORMAT;
use crate::workspace::{FILE, Workspace, check, format};

/// So many of the newest rolling backups are kept.
pub const BACKUPS_KEPT: usize = 20;

const FOLDER: &str = "backups";
const PREFIX: &str = "workspace-";
const ENDING: &str = ".waymark";

/// A restore that is decided: from here on it is finished, whatever happens.
const RESTORING: &str = "restoring.db";

/// One rolling backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Its file name, which [`Workspace::restore`] takes when joined to [`Backup::folder`].
    pub name: String,
    /// When it was made, milliseconds since 1970, UTC.
    pub at: i64,
}

impl Backup {
    /// Where the rolling backups of a workspace lie.
    pub fn folder(workspace: &Path) -> PathBuf {
        workspace.join(FOLDER)
    }

    /// The rolling backups of a workspace, newest first.
    pub fn list(workspace: &Path) -> Result<Vec<Self>, Error> {
        let entries = match fs::read_dir(Self::folder(workspace)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            other => other?,
        };
        let mut found = Vec::new();
        for entry in entries {
            let name = entry?.file_name().to_string_lossy().into_owned();
            let number = name.strip_prefix(PREFIX).and_then(|rest| rest.strip_suffix(ENDING));
            if let Some(at) = number.and_then(|number| number.parse().ok()) {
                found.push(Self { name, at });
            }
        }
        found.sort_by_key(|backup| std::cmp::Reverse(backup.at));
        Ok(found)
    }
}

impl Workspace {
    /// Makes a rolling backup when anything was written since the newest one, and lets the oldest go.
    /// Gives whether it made one.
    pub fn roll_backup(&self, now: i64) -> Result<bool, Error> {
        if let Some(error) = self.read_only() {
            return Err(error);
        }
        let newest = Backup::list(self.folder())?.first().map_or(i64::MIN, |backup| backup.at);
        let written: Option<i64> = self.connection().query_row(
            "SELECT max(coalesce((SELECT max(edited_at) FROM documents), 0), coalesce((SELECT max(at) FROM live), 0),
                        coalesce((SELECT max(changed_at) FROM versions), 0))",
            [],
            |row| row.get(0),
        )?;
        if written.unwrap_or(0) <= newest || written == Some(0) {
            return Ok(false);
        }
        roll(self.connection(), self.folder(), now)?;
        Ok(true)
    }

    /// Writes the whole workspace into one file, which has the old or the new content, never a mixture.
    pub fn back_up_to(&self, target: &Path) -> Result<(), Error> {
        let folder = tempfile::tempdir()?;
        let whole = folder.path().join(FILE);
        copy(self.connection(), &whole)?;
        copy_atomically(&whole, target)
    }

    /// Puts a backup in the place of the workspace in a folder. What was there is set aside in `replaced/`.
    /// The workspace must not be open here.
    ///
    /// # Errors
    /// [`Error::NotABackup`], [`Error::NewerFormat`], [`Error::Locked`] when another program has it open.
    pub fn restore(folder: &Path, source: &Path, now: i64) -> Result<(), Error> {
        make_folder(folder)?;
        let incoming = tempfile::Builder::new().prefix(".incoming").tempdir_in(folder)?;
        let candidate = incoming.path().join(FILE);
        fs::copy(source, &candidate)?;
        validate(&candidate)?;
        nobody_else_has(&folder.join(FILE))?;
        File::open(&candidate)?.sync_all()?;
        fs::rename(&candidate, folder.join(RESTORING))?;
        sync_folder(folder)?;
        finish_restore(folder, now)
    }
}

/// Carries a decided restore to its end; does nothing when none is.
pub(crate) fn finish_restore(folder: &Path, now: i64) -> Result<(), Error> {
    let restoring = folder.join(RESTORING);
    if !restoring.exists() {
        return Ok(());
    }
    let aside = folder.join("replaced").join(now.to_string());
    make_folder(&aside)?;
    // The journal first: left alone it would be applied to the file that comes.
    for name in [format!("{FILE}-wal"), format!("{FILE}-shm"), FILE.to_owned()] {
        match fs::rename(folder.join(&name), aside.join(&name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    sync_folder(&aside)?;
    sync_folder(folder)?;
    fs::rename(restoring, folder.join(FILE))?;
    Ok(sync_folder(folder)?)
}

/// Makes a rolling backup: written aside, synced, renamed.
pub(crate) fn roll(connection: &Connection, workspace: &Path, now: i64) -> Result<(), Error> {
    let folder = Backup::folder(workspace);
    make_folder(&folder)?;
    let aside = tempfile::Builder::new().prefix(".rolling").tempdir_in(&folder)?;
    let whole = aside.path().join(FILE);
    copy(connection, &whole)?;
    File::open(&whole)?.sync_all()?;
    fs::rename(whole, folder.join(format!("{PREFIX}{now}{ENDING}")))?;
    sync_folder(&folder)?;
    for old in Backup::list(workspace)?.into_iter().skip(BACKUPS_KEPT) {
        fs::remove_file(folder.join(old.name))?;
    }
    Ok(())
}

/// The whole database, consistent even while somebody writes, as one file without a journal beside it.
fn copy(connection: &Connection, to: &Path) -> Result<(), Error> {
    let mut target = Connection::open(to)?;
    rusqlite::backup::Backup::new(connection, &mut target)?.run_to_completion(
        1024,
        Duration::from_millis(1),
        None,
    )?;
    let _: String = target.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0))?;
    Ok(())
}

/// Whether a file is a whole workspace this version can open.
fn validate(candidate: &Path) -> Result<(), Error> {
    let connection = Connection::open(candidate)?;
    let found = format(&connection).map_err(|_| Error::NotABackup)?;
    check(&connection).map_err(|_| Error::NotABackup)?;
    if found > FORMAT {
        return Err(Error::NewerFormat { found, known: FORMAT });
    }
    let documents: bool = connection
        .query_row("SELECT count(*) FROM sqlite_schema WHERE name IN ('documents', 'edits')", [], |row| {
            row.get::<_, u32>(0)
        })
        .map(|count| count == 2)?;
    if found == 0 || !documents {
        return Err(Error::NotABackup);
    }
    let _: String = connection.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0))?;
    Ok(())
}

/// Leaving WAL mode needs the file for oneself; a damaged file cannot be asked and need not be.
fn nobody_else_has(path: &Path) -> Result<(), Error> {
    if !path.exists() {
        return Ok(());
    }
    let asked = Connection::open(path)
        .and_then(|connection| connection.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(())));
    match asked.map_err(Error::from) {
        Err(Error::Locked) => Err(Error::Locked),
        _ => Ok(()),
    }
}
