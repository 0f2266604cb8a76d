use rusqlite::{OptionalExtension, Transaction, params};

use crate::document::hash_of;
use crate::error::Error;
use crate::watch::WritePoint;
use crate::workspace::Workspace;

impl Workspace {
    /// Keeps a file that documents show, under its name or, when another file has that, under one like it. Gives the
    /// name; a file that is there already keeps its own. `now` is milliseconds since 1970, UTC.
    pub fn keep_media(&mut self, name: &str, bytes: &[u8], now: i64) -> Result<String, Error> {
        let hash = hash_of(bytes);
        self.write(|transaction, at| {
            let known: Option<String> = transaction
                .prepare_cached("SELECT name FROM media WHERE hash = ?1")?
                .query_row([hash], |row| row.get(0))
                .optional()?;
            if let Some(known) = known {
                return Ok(known);
            }
            let name = free_name(transaction, name)?;
            transaction
                .prepare_cached("INSERT INTO media (name, hash, bytes, added_at) VALUES (?1, ?2, ?3, ?4)")?
                .execute(params![name, hash, bytes, now])?;
            at(WritePoint::Documented)?;
            Ok(name)
        })
    }

    /// A file by its name.
    pub fn media(&self, name: &str) -> Result<Vec<u8>, Error> {
        self.connection()
            .prepare_cached("SELECT bytes FROM media WHERE name = ?1")?
            .query_row([name], |row| row.get(0))
            .optional()?
            .ok_or(Error::NotFound("file"))
    }
}

/// `two.jpg`, or `two-2.jpg` when that is taken.
fn free_name(transaction: &Transaction<'_>, name: &str) -> Result<String, Error> {
    let (stem, ending) =
        name.rsplit_once('.').map_or((name, String::new()), |(stem, end)| (stem, format!(".{end}")));
    let mut taken = transaction.prepare_cached("SELECT 1 FROM media WHERE name = ?1")?;
    let mut free = name.to_owned();
    for number in 2.. {
        if !taken.exists([&free])? {
            break;
        }
        free = format!("{stem}-{number}{ending}");
    }
    Ok(free)
}
