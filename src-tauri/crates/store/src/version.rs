use rusqlite::{OptionalExtension, Row, params};

use crate::document::text_hash;
use crate::error::Error;
use crate::watch::WritePoint;
use crate::workspace::Workspace;

/// A text of a document that is kept to come back to, without the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Its id.
    pub id: String,
    /// What people call it; none while it goes by where it was sent.
    pub name: Option<String>,
    /// The account it was sent to; none for one that was kept by hand.
    pub account: Option<String>,
    /// SHA-256 of its text.
    pub text_hash: [u8; 32],
    /// When it was kept, milliseconds since 1970, UTC.
    pub at: i64,
}

/// A version to be kept.
#[derive(Debug, Clone, Copy)]
pub struct NewVersion<'a> {
    /// The document it is of.
    pub document: &'a str,
    /// What people call it.
    pub name: Option<&'a str>,
    /// The account it was sent to.
    pub account: Option<&'a str>,
    /// Its text, exactly.
    pub text: &'a str,
    /// Now, milliseconds since 1970, UTC.
    pub at: i64,
}

const GONE: Error = Error::NotFound("version");

impl Workspace {
    /// Keeps a version. Gives its id.
    pub fn keep_version(&mut self, new: NewVersion<'_>) -> Result<String, Error> {
        let id = self.new_id()?;
        self.write(|transaction, at| {
            let documents = transaction.query_row(
                "SELECT count(*) FROM documents WHERE id = ?1",
                [new.document],
                |row| row.get::<_, u32>(0),
            )?;
            if documents == 0 {
                return Err(Error::NotFound("Flow"));
            }
            transaction.execute(
                "INSERT INTO versions (id, document, name, account, text, text_hash, at, changed_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)",
                params![id, new.document, new.name, new.account, new.text, text_hash(new.text), new.at],
            )?;
            at(WritePoint::Documented)
        })?;
        Ok(id)
    }

    /// Versions of a document, the newest first, without those that were dropped.
    pub fn versions(&self, document: &str) -> Result<Vec<Version>, Error> {
        let mut statement = self.connection().prepare_cached(
            "SELECT id, name, account, text_hash, at FROM versions
             WHERE document = ?1 AND dropped_at IS NULL ORDER BY at DESC, rowid DESC",
        )?;
        let rows = statement.query_map([document], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// One version of a document and its text.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Damaged`] when the text is not what was kept.
    pub fn version(&self, document: &str, id: &str) -> Result<(Version, String), Error> {
        let (version, text): (Version, String) = self
            .connection()
            .prepare_cached(
                "SELECT id, name, account, text_hash, at, text FROM versions
                 WHERE document = ?1 AND id = ?2 AND dropped_at IS NULL",
            )?
            .query_row([document, id], |row| Ok((read(row)?, row.get(5)?)))
            .optional()?
            .ok_or(GONE)?;
        if text_hash(&text) != version.text_hash {
            return Err(Error::Damaged("a version is not what was kept".into()));
        }
        Ok((version, text))
    }

    /// Gives a version another name.
    pub fn rename_version(&mut self, document: &str, id: &str, name: &str, now: i64) -> Result<(), Error> {
        self.change_version("UPDATE versions SET name = ?4, changed_at = ?3", document, id, now, Some(name))
    }

    /// Takes a version out of the list, or puts it back into it.
    pub fn set_version_dropped(
        &mut self,
        document: &str,
        id: &str,
        dropped: bool,
        now: i64,
    ) -> Result<(), Error> {
        let change = if dropped {
            "UPDATE versions SET dropped_at = ?3, changed_at = ?3"
        } else {
            "UPDATE versions SET dropped_at = NULL, changed_at = ?3"
        };
        self.change_version(change, document, id, now, None)
    }

    /// Runs an update of one version; `?3` is now and `?4` the name.
    fn change_version(
        &mut self,
        update: &str,
        document: &str,
        id: &str,
        now: i64,
        name: Option<&str>,
    ) -> Result<(), Error> {
        self.write(|transaction, at| {
            let update = format!("{update} WHERE document = ?1 AND id = ?2");
            let changed = match name {
                Some(name) => transaction.execute(&update, params![document, id, now, name])?,
                None => transaction.execute(&update, params![document, id, now])?,
            };
            at(WritePoint::Documented)?;
            if changed == 0 { Err(GONE) } else { Ok(()) }
        })
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Version> {
    Ok(Version {
        id: row.get(0)?,
        name: row.get(1)?,
        account: row.get(2)?,
        text_hash: row.get(3)?,
        at: row.get(4)?,
    })
}
