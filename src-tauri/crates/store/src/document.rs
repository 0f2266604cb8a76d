use rusqlite::{OptionalExtension, Row, Transaction, params};
use sha2::{Digest, Sha256};

use crate::error::Error;
use crate::journal::{State, put_snapshot};
use crate::media::put_media;
use crate::watch::WritePoint;
use crate::workspace::Workspace;

/// What the list of recent work shows of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Number of screens.
    pub screens: u32,
    /// Number of blocked findings.
    pub blocked: u32,
    /// More that is told of its kind, in the caller's words.
    pub summary: String,
}

/// A document, without its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its id.
    pub id: String,
    /// What it is, in the caller's words.
    pub kind: String,
    /// Id of the project it belongs to.
    pub project: String,
    /// Its name.
    pub name: String,
    /// Grows by one with every entry of the journal.
    pub revision: u32,
    /// When it was made, milliseconds since 1970, UTC.
    pub created_at: i64,
    /// Last edit, milliseconds since 1970, UTC.
    pub edited_at: i64,
    /// What the list shows.
    pub card: Card,
    /// SHA-256 of the current text.
    pub text_hash: [u8; 32],
    /// Hidden from the lists.
    pub deleted: bool,
}

/// A document to be made.
#[derive(Debug, Clone, Copy)]
pub struct NewDocument<'a> {
    /// What it is, in the caller's words.
    pub kind: &'a str,
    /// Its first state, revision 0.
    pub state: State<'a>,
    /// What the list shows.
    pub card: &'a Card,
    /// Now, milliseconds since 1970, UTC.
    pub at: i64,
}

const COLUMNS: &str = "id, kind, project, name, revision, edited_at, screens, blocked, summary, text_hash, deleted_at IS NOT NULL, created_at";

impl Workspace {
    /// Makes a document. Gives its id.
    pub fn create(&mut self, new: NewDocument<'_>) -> Result<String, Error> {
        let id = self.new_id()?;
        self.write(|transaction, at| put_document(transaction, at, &id, new))?;
        Ok(id)
    }

    /// Makes documents and keeps the files that they show, all or nothing. The files have names that are free or that the
    /// same file has: [`media_names_here`](Self::media_names_here). Gives the ids.
    ///
    /// # Errors
    /// [`Error::Stale`] when another program took one of the names meanwhile.
    pub fn create_all(
        &mut self,
        documents: &[NewDocument<'_>],
        media: &[(&str, &[u8])],
        now: i64,
    ) -> Result<Vec<String>, Error> {
        let ids = documents.iter().map(|_| self.new_id()).collect::<Result<Vec<_>, _>>()?;
        self.write(|transaction, at| {
            for (name, bytes) in media {
                put_media(transaction, name, bytes, now)?;
                at(WritePoint::Documented)?;
            }
            for (id, new) in ids.iter().zip(documents) {
                put_document(transaction, at, id, *new)?;
            }
            Ok(())
        })?;
        Ok(ids)
    }

    /// One document, also a deleted one.
    pub fn document(&self, id: &str) -> Result<Document, Error> {
        self.connection()
            .prepare_cached(&format!("SELECT {COLUMNS} FROM documents WHERE id = ?1"))?
            .query_row([id], read)
            .optional()?
            .ok_or(Error::NotFound("Flow"))
    }

    /// All documents of a kind that are not deleted, the last edited first.
    pub fn documents(&self, kind: &str) -> Result<Vec<Document>, Error> {
        let mut statement = self.connection().prepare_cached(&format!(
            "SELECT {COLUMNS} FROM documents WHERE kind = ?1 AND deleted_at IS NULL ORDER BY edited_at DESC, id"
        ))?;
        let rows = statement.query_map([kind], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Hides a document from the lists, or shows it again.
    pub fn set_deleted(&mut self, id: &str, deleted_at: Option<i64>) -> Result<(), Error> {
        self.write(|transaction, at| {
            let changed = transaction
                .execute("UPDATE documents SET deleted_at = ?2 WHERE id = ?1", params![id, deleted_at])?;
            at(WritePoint::Documented)?;
            if changed == 0 { Err(Error::NotFound("Flow")) } else { Ok(()) }
        })
    }
}

fn put_document(
    transaction: &Transaction<'_>,
    at: &mut dyn FnMut(WritePoint) -> Result<(), Error>,
    id: &str,
    new: NewDocument<'_>,
) -> Result<(), Error> {
    transaction
        .prepare_cached(
            "INSERT INTO documents
             (id, kind, project, name, revision, created_at, edited_at, screens, blocked, summary, text_hash)
             VALUES (?1, ?2, 'default', ?3, 0, ?4, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            id,
            new.kind,
            new.state.name,
            new.at,
            new.card.screens,
            new.card.blocked,
            new.card.summary,
            text_hash(new.state.text)
        ])?;
    at(WritePoint::Documented)?;
    put_snapshot(transaction, id, 0, new.state)?;
    at(WritePoint::Snapshotted)
}

/// SHA-256 of a text.
pub(crate) fn text_hash(text: &str) -> [u8; 32] {
    hash_of(text.as_bytes())
}

pub(crate) fn hash_of(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

fn read(row: &Row<'_>) -> rusqlite::Result<Document> {
    Ok(Document {
        id: row.get(0)?,
        kind: row.get(1)?,
        project: row.get(2)?,
        name: row.get(3)?,
        revision: row.get(4)?,
        edited_at: row.get(5)?,
        card: Card { screens: row.get(6)?, blocked: row.get(7)?, summary: row.get(8)? },
        text_hash: row.get(9)?,
        deleted: row.get(10)?,
        created_at: row.get(11)?,
    })
}
