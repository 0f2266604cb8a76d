use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Transaction, params};

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
            let name = free_name(transaction, name, |_| false)?;
            insert(transaction, &name, bytes, now)?;
            at(WritePoint::Documented)?;
            Ok(name)
        })
    }

    /// What files would be called here, by the names they come with: as they are, as the same file is called here, or by a name
    /// like theirs when another file has it.
    pub fn media_names_here<'m>(
        &self,
        files: impl IntoIterator<Item = (&'m str, &'m [u8])>,
    ) -> Result<BTreeMap<String, String>, Error> {
        let mut known = self.connection().prepare_cached("SELECT name FROM media WHERE hash = ?1")?;
        let mut names = BTreeMap::new();
        let mut given = BTreeMap::new();
        for (name, bytes) in files {
            let hash = hash_of(bytes);
            let there: Option<String> = known.query_row([hash], |row| row.get(0)).optional()?;
            let here = match there.or_else(|| given.get(&hash).cloned()) {
                Some(here) => here,
                None => free_name(self.connection(), name, |free| given.values().any(|taken| taken == free))?,
            };
            given.insert(hash, here.clone());
            names.insert(name.to_owned(), here);
        }
        Ok(names)
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

fn insert(transaction: &Transaction<'_>, name: &str, bytes: &[u8], now: i64) -> Result<(), Error> {
    transaction
        .prepare_cached("INSERT INTO media (name, hash, bytes, added_at) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![name, hash_of(bytes), bytes, now])?;
    Ok(())
}

/// Keeps a file under exactly this name; does nothing when it is there.
pub(crate) fn put_media(
    transaction: &Transaction<'_>,
    name: &str,
    bytes: &[u8],
    now: i64,
) -> Result<(), Error> {
    let there: Option<(String, [u8; 32])> = transaction
        .prepare_cached("SELECT name, hash FROM media WHERE name = ?1 OR hash = ?2")?
        .query_row(params![name, hash_of(bytes)], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    match there {
        None => insert(transaction, name, bytes, now),
        Some((known, hash)) if known == name && hash == hash_of(bytes) => Ok(()),
        Some(_) => Err(Error::Stale { head: 0 }),
    }
}

/// `two.jpg`, or `two-2.jpg` when that is taken here or by `is_given`.
fn free_name(
    connection: &Connection,
    name: &str,
    is_given: impl Fn(&String) -> bool,
) -> Result<String, Error> {
    let (stem, ending) =
        name.rsplit_once('.').map_or((name, String::new()), |(stem, end)| (stem, format!(".{end}")));
    let mut taken = connection.prepare_cached("SELECT 1 FROM media WHERE name = ?1")?;
    let mut free = name.to_owned();
    for number in 2.. {
        if !taken.exists([&free])? && !is_given(&free) {
            break;
        }
        free = format!("{stem}-{number}{ending}");
    }
    Ok(free)
}
