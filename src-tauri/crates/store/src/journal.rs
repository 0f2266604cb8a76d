use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

use crate::checksum::checksum;
use crate::document::{Card, text_hash};
use crate::error::Error;
use crate::watch::WritePoint;
use crate::workspace::Workspace;

/// A snapshot is kept when so many entries stand after the last one, so that opening replays not many more.
pub const SNAPSHOT_EVERY: u32 = 200;

/// A document's whole state, as it is stored.
#[derive(Debug, Clone, Copy)]
pub struct State<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its text, exactly.
    pub text: &'a str,
    /// Where its cards stand, in the caller's words.
    pub layout: &'a str,
}

/// What made a revision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Something new; what could be redone before is forgotten by the history, never by the journal.
    Edit,
    /// The last step, taken back.
    Undo,
    /// The last step taken back, brought again.
    Redo,
}

impl Kind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Edit => "edit",
            Self::Undo => "undo",
            Self::Redo => "redo",
        }
    }

    fn of(text: &str) -> Option<Self> {
        match text {
            "edit" => Some(Self::Edit),
            "undo" => Some(Self::Undo),
            "redo" => Some(Self::Redo),
            _ => None,
        }
    }
}

/// An entry to be written.
#[derive(Debug, Clone, Copy)]
pub struct NewEntry<'a> {
    /// What it is.
    pub kind: Kind,
    /// What the history calls it.
    pub name: &'a str,
    /// Now, milliseconds since 1970, UTC.
    pub at: i64,
    /// What leads from the revision before to this one, in the caller's words.
    pub change: &'a str,
    /// The state it leads to.
    pub state: State<'a>,
    /// Whether a replay may start from this state.
    pub start_here: bool,
    /// What the list shows from now on.
    pub card: &'a Card,
}

/// An entry as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The revision it led to.
    pub revision: u32,
    /// What it is.
    pub kind: Kind,
    /// What the history calls it.
    pub name: String,
    /// Milliseconds since 1970, UTC.
    pub at: i64,
    /// What leads from the revision before to this one.
    pub change: String,
}

/// A document as the journal has it: start at the base and apply the entries after it in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// Revision of the base.
    pub revision: u32,
    /// Name at the base.
    pub name: String,
    /// Text at the base.
    pub text: String,
    /// Cards at the base.
    pub layout: String,
    /// Every entry that can be read without a gap up to the last, also those before the base: the history.
    pub entries: Vec<Entry>,
    /// So many entries at the end could not be read. They are set aside; the document stands before them.
    pub lost: u32,
}

impl Workspace {
    /// Journals what led from `base` to the next revision, which it gives. When this returns it is on the disk.
    pub fn append(&mut self, document: &str, base: u32, entry: NewEntry<'_>) -> Result<u32, Error> {
        self.write(|transaction, at| {
            let revision = base.checked_add(1).ok_or(Error::Stale { head: base })?;
            let moved = transaction
                .prepare_cached(
                    "UPDATE documents SET revision = ?3, name = ?4, edited_at = ?5, screens = ?6, blocked = ?7,
                     summary = ?8, text_hash = ?9 WHERE id = ?1 AND revision = ?2",
                )?
                .execute(params![
                    document,
                    base,
                    revision,
                    entry.state.name,
                    entry.at,
                    entry.card.screens,
                    entry.card.blocked,
                    entry.card.summary,
                    text_hash(entry.state.text),
                ])?;
            if moved == 0 {
                return Err(Error::Stale { head: head(transaction, document)? });
            }
            at(WritePoint::Documented)?;
            transaction
                .prepare_cached(
                    "INSERT INTO edits (document, revision, at, kind, name, change, checksum)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                )?
                .execute(params![
                    document,
                    revision,
                    entry.at,
                    entry.kind.as_str(),
                    entry.name,
                    entry.change,
                    entry_checksum(document, revision, entry.at, entry.kind, entry.name, entry.change),
                ])?;
            at(WritePoint::Journaled)?;
            if entry.start_here && is_due(transaction, document, revision)? {
                put_snapshot(transaction, document, revision, entry.state)?;
            }
            at(WritePoint::Snapshotted)?;
            Ok(revision)
        })
    }

    /// Reads a document back. Entries at the end that cannot be read are set aside (where the workspace can be
    /// written) and counted in [`Loaded::lost`].
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Damaged`] when no snapshot can be read.
    pub fn load(&mut self, document: &str, now: i64) -> Result<Loaded, Error> {
        let head = head(self.connection(), document)?;
        let base = newest_snapshot(self.connection(), document)?;
        let mut entries = entries(self.connection(), document, base.revision)?;
        if entries.last().is_some_and(|entry| entry.revision < base.revision) {
            entries.clear();
        }
        let good = entries.last().map_or(base.revision, |entry| entry.revision);
        let lost = head.saturating_sub(good);
        if lost > 0 && self.read_only().is_none() {
            self.set_aside(document, good, now)?;
        }
        Ok(Loaded { entries, lost, ..base })
    }

    /// Takes entries out of the journal that cannot be read, and what came after them.
    fn set_aside(&mut self, document: &str, good: u32, now: i64) -> Result<(), Error> {
        self.write(|transaction, at| {
            transaction.execute(
                "INSERT INTO damaged_edits (found_at, document, revision, row)
                 SELECT ?3, document, revision,
                        json_object('at', at, 'kind', kind, 'name', name, 'change', change, 'checksum', hex(checksum))
                 FROM edits WHERE document = ?1 AND revision > ?2",
                params![document, good, now],
            )?;
            transaction.execute("DELETE FROM edits WHERE document = ?1 AND revision > ?2", params![document, good])?;
            transaction
                .execute("DELETE FROM snapshots WHERE document = ?1 AND revision > ?2", params![document, good])?;
            transaction.execute("UPDATE documents SET revision = ?2 WHERE id = ?1", params![document, good])?;
            at(WritePoint::Documented)
        })
    }
}

fn is_due(transaction: &Transaction<'_>, document: &str, revision: u32) -> Result<bool, Error> {
    let last: Option<u32> = transaction
        .prepare_cached("SELECT max(revision) FROM snapshots WHERE document = ?1")?
        .query_row([document], |row| row.get(0))?;
    Ok(revision.saturating_sub(last.unwrap_or(0)) >= SNAPSHOT_EVERY)
}

/// Stores a whole state.
pub(crate) fn put_snapshot(
    transaction: &Transaction<'_>,
    document: &str,
    revision: u32,
    state: State<'_>,
) -> Result<(), Error> {
    transaction
        .prepare_cached(
            "INSERT INTO snapshots (document, revision, name, text, layout, checksum) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            document,
            revision,
            state.name,
            state.text,
            state.layout,
            snapshot_checksum(document, revision, state.name, state.text, state.layout),
        ])?;
    Ok(())
}

fn head(connection: &Connection, document: &str) -> Result<u32, Error> {
    connection
        .prepare_cached("SELECT revision FROM documents WHERE id = ?1")?
        .query_row([document], |row| row.get(0))
        .optional()?
        .ok_or(Error::NotFound("Flow"))
}

/// The newest one whose checksum holds, without entries.
fn newest_snapshot(connection: &Connection, document: &str) -> Result<Loaded, Error> {
    let mut statement = connection.prepare_cached(
        "SELECT revision, name, text, layout, checksum FROM snapshots WHERE document = ?1 ORDER BY revision DESC",
    )?;
    let mut rows = statement.query([document])?;
    while let Some(row) = rows.next()? {
        let (Ok(revision), Ok(name), Ok(text), Ok(layout), Ok(sum)) =
            (row.get(0), row.get(1), row.get(2), row.get(3), row.get::<_, [u8; 16]>(4))
        else {
            continue;
        };
        let found = Loaded { revision, name, text, layout, entries: Vec::new(), lost: 0 };
        if sum == snapshot_checksum(document, found.revision, &found.name, &found.text, &found.layout) {
            return Ok(found);
        }
    }
    Err(Error::Damaged("no state of the document can be read".into()))
}

/// The longest run without a gap or damage that reaches the last entry that can be reached from the base.
fn entries(connection: &Connection, document: &str, base: u32) -> Result<Vec<Entry>, Error> {
    let mut statement = connection.prepare_cached(
        "SELECT revision, kind, name, at, change, checksum FROM edits WHERE document = ?1 ORDER BY revision",
    )?;
    let mut rows = statement.query([document])?;
    let mut run: Vec<Entry> = Vec::new();
    let mut next = 1;
    while let Some(row) = rows.next()? {
        let entry = read_entry(row, document);
        let revision = entry.as_ref().map_or_else(|| row.get(0).unwrap_or(next), |entry| entry.revision);
        if next <= base && revision > base {
            // Whatever is missing before the base is not needed to go on from it.
            next = base.saturating_add(1);
            run.clear();
        }
        let gap = revision != next || entry.is_none();
        if gap && revision > base {
            // What is missing is needed to go on from the base.
            break;
        }
        if gap {
            run.clear();
        }
        run.extend(entry);
        next = revision.saturating_add(1);
    }
    Ok(run)
}

/// `None` when the row is not what was written.
fn read_entry(row: &Row<'_>, document: &str) -> Option<Entry> {
    let kind: String = row.get(1).ok()?;
    let kind = Kind::of(&kind)?;
    let entry = Entry {
        revision: row.get(0).ok()?,
        kind,
        name: row.get(2).ok()?,
        at: row.get(3).ok()?,
        change: row.get(4).ok()?,
    };
    let sum: [u8; 16] = row.get(5).ok()?;
    let holds = sum == entry_checksum(document, entry.revision, entry.at, kind, &entry.name, &entry.change);
    holds.then_some(entry)
}

fn entry_checksum(document: &str, revision: u32, at: i64, kind: Kind, name: &str, change: &str) -> [u8; 16] {
    checksum(&[
        document.as_bytes(),
        &revision.to_le_bytes(),
        &at.to_le_bytes(),
        kind.as_str().as_bytes(),
        name.as_bytes(),
        change.as_bytes(),
    ])
}

fn snapshot_checksum(document: &str, revision: u32, name: &str, text: &str, layout: &str) -> [u8; 16] {
    checksum(&[
        document.as_bytes(),
        &revision.to_le_bytes(),
        name.as_bytes(),
        text.as_bytes(),
        layout.as_bytes(),
    ])
}
