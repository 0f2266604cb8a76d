use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};
use tempfile::TempDir;

use crate::backup;
use crate::error::Error;
use crate::file::make_folder;
use crate::schema::{FORMAT, MIGRATIONS};
use crate::watch::{Watch, WritePoint};

/// Name of the workspace file in its folder.
pub const FILE: &str = "workspace.db";

/// How long a write waits for another program's write.
const PATIENCE: Duration = Duration::from_secs(3);

/// Why a workspace is open for reading only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Closed {
    Place,
    Newer { found: u32 },
}

/// An open workspace. One connection; several programs may have one each.
pub struct Workspace {
    connection: Connection,
    folder: PathBuf,
    closed: Option<Closed>,
    watch: Option<Watch>,
    /// Where the workspace was copied to because its own place cannot be written to.
    _copy: Option<TempDir>,
}

impl Workspace {
    /// Opens the workspace in a folder, or makes one. `now` is milliseconds since 1970, UTC.
    ///
    /// A place that cannot be written to and a newer format open for reading: see [`read_only`](Self::read_only).
    ///
    /// # Errors
    /// [`Error::Locked`], [`Error::Damaged`], [`Error::DiskFull`], [`Error::ReadOnly`] when there is nothing to
    /// read, [`Error::Io`].
    pub fn open(folder: &Path, now: i64) -> Result<Self, Error> {
        make_folder(folder)?;
        if !is_writable(folder)? {
            return Self::open_copy(folder);
        }
        backup::finish_restore(folder, now)?;
        let path = folder.join(FILE);
        let mut connection = Connection::open(&path)?;
        connection.busy_timeout(PATIENCE)?;
        let found = format(&connection)?;
        if found > FORMAT {
            drop(connection);
            let connection = Connection::open_with_flags(&path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
            connection.busy_timeout(PATIENCE)?;
            return Ok(Self::of(connection, folder, Some(Closed::Newer { found }), None));
        }
        check(&connection)?;
        prepare(&connection)?;
        if found > 0 && found < FORMAT {
            backup::roll(&connection, folder, now)?;
        }
        if found < FORMAT {
            migrate(&mut connection)?;
        }
        Ok(Self::of(connection, folder, None, None))
    }

    /// Reads a workspace whose place cannot be written to from a copy elsewhere, journal included.
    fn open_copy(folder: &Path) -> Result<Self, Error> {
        if !folder.join(FILE).exists() {
            return Err(Error::ReadOnly);
        }
        let copy = tempfile::tempdir()?;
        for name in [FILE.to_owned(), format!("{FILE}-wal")] {
            match fs::copy(folder.join(&name), copy.path().join(&name)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
                _ => {}
            }
        }
        let path = copy.path().join(FILE);
        make_writable(&path)?;
        let mut connection = Connection::open(path)?;
        let found = format(&connection)?;
        check(&connection)?;
        let closed = if found > FORMAT {
            Closed::Newer { found }
        } else {
            migrate(&mut connection)?;
            Closed::Place
        };
        Ok(Self::of(connection, folder, Some(closed), Some(copy)))
    }

    fn of(connection: Connection, folder: &Path, closed: Option<Closed>, copy: Option<TempDir>) -> Self {
        Self { connection, folder: folder.to_owned(), closed, watch: None, _copy: copy }
    }

    /// Why nothing can be written, when nothing can.
    pub fn read_only(&self) -> Option<Error> {
        self.closed.map(|closed| match closed {
            Closed::Place => Error::ReadOnly,
            Closed::Newer { found } => Error::NewerFormat { found, known: FORMAT },
        })
    }

    /// The folder it lies in.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Calls a watcher at every write point; an error it gives fails the write there.
    pub fn watch_writes(&mut self, watch: impl FnMut(WritePoint) -> Result<(), Error> + Send + 'static) {
        self.watch = Some(Box::new(watch));
    }

    /// Sixteen random hexadecimal digits.
    pub fn new_id(&self) -> Result<String, Error> {
        Ok(self.connection.query_row("SELECT lower(hex(randomblob(8)))", [], |row| row.get(0))?)
    }

    pub(crate) fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Runs a body as one transaction that is on the disk when this returns, or has not happened.
    pub(crate) fn write<T>(
        &mut self,
        body: impl FnOnce(&Transaction<'_>, &mut dyn FnMut(WritePoint) -> Result<(), Error>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        if let Some(error) = self.read_only() {
            return Err(error);
        }
        let watch = &mut self.watch;
        let mut at = |point| watch.as_mut().map_or(Ok(()), |watch| watch(point));
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        at(WritePoint::Begun)?;
        let answer = body(&transaction, &mut at)?;
        transaction.commit()?;
        // The write stands: a watcher can stop the program here but not undo it.
        let _ = at(WritePoint::Committed);
        Ok(answer)
    }
}

/// The format of a file; 0 for a new one.
pub(crate) fn format(connection: &Connection) -> Result<u32, Error> {
    Ok(connection.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Finds a file that was cut, overwritten or is no database.
pub(crate) fn check(connection: &Connection) -> Result<(), Error> {
    let verdict: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if verdict == "ok" { Ok(()) } else { Err(Error::Damaged(verdict)) }
}

/// What makes a committed transaction survive a power cut.
fn prepare(connection: &Connection) -> Result<(), Error> {
    let mode: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if mode != "wal" {
        return Err(Error::Io(io::Error::other(format!("the file system allows journal mode {mode} only"))));
    }
    connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;")?;
    if cfg!(target_os = "macos") {
        connection.execute_batch("PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON;")?;
    }
    Ok(())
}

/// All missing migrations, as one transaction.
fn migrate(connection: &mut Connection) -> Result<(), Error> {
    MIGRATIONS.to_latest(connection).map_err(|error| match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => err.into(),
        other => Error::Damaged(other.to_string()),
    })
}

/// Whether files can be made in a folder and the workspace file, if there, can be written.
fn is_writable(folder: &Path) -> Result<bool, Error> {
    let made = tempfile::Builder::new().prefix(".probe").tempfile_in(folder).map(drop);
    let opened = match fs::OpenOptions::new().write(true).open(folder.join(FILE)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other.map(drop),
    };
    match made.and(opened).map_err(Error::from) {
        Ok(()) => Ok(true),
        Err(Error::ReadOnly) => Ok(false),
        Err(other) => Err(other),
    }
}

/// A copy of a write-protected file is write-protected too.
fn make_writable(path: &Path) -> io::Result<()> {
    let mut permissions = fs::metadata(path)?.permissions();
    #[allow(clippy::permissions_set_readonly_false)] // our own copy in a folder only we can enter
    permissions.set_readonly(false);
    fs::set_permissions(path, permissions)
}

#[cfg(test)]
mod tests {
    use super::Workspace;
    use crate::{Card, Error, Kind, NewDocument, NewEntry, State};

    #[test]
    fn what_is_committed_survives_a_power_cut() {
        let folder = tempfile::tempdir().unwrap();
        let workspace = Workspace::open(folder.path(), 1).unwrap();
        let pragma = |name: &str| -> String {
            let ask = format!("SELECT cast({name} AS TEXT) FROM pragma_{name}");
            workspace.connection.query_row(&ask, [], |row| row.get(0)).unwrap()
        };
        assert_eq!(pragma("journal_mode"), "wal");
        assert_eq!(pragma("synchronous"), "2", "FULL");
        assert_eq!(pragma("foreign_keys"), "1");
        assert_eq!(pragma("fullfsync"), if cfg!(target_os = "macos") { "1" } else { "0" });
    }

    #[test]
    fn a_full_disk_fails_the_write_and_it_works_again_with_room() {
        let folder = tempfile::tempdir().unwrap();
        let mut workspace = Workspace::open(folder.path(), 1).unwrap();
        let card = Card { screens: 1, blocked: 0, summary: String::new() };
        let state = State { name: "n", text: "t", layout: "{}" };
        let document = workspace.create(NewDocument { kind: "flow", state, card: &card, at: 1 }).unwrap();
        let limit = |workspace: &Workspace, pages: u32| {
            workspace.connection.execute_batch(&format!("PRAGMA max_page_count = {pages}")).unwrap();
        };
        limit(&workspace, 1); // the smallest SQLite takes is what the file has now
        let change = "x".repeat(100_000);
        let entry = NewEntry {
            kind: Kind::Edit,
            name: "n",
            at: 2,
            change: &change,
            state,
            start_here: true,
            card: &card,
        };
        let full = workspace.append(&document, 0, entry);
        assert!(matches!(full, Err(Error::DiskFull)), "{full:?}");
        assert_eq!(workspace.document(&document).unwrap().revision, 0);
        limit(&workspace, 1_000_000);
        assert_eq!(workspace.append(&document, 0, entry).unwrap(), 1);
    }
}
