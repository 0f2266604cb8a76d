use rusqlite::{OptionalExtension, params};
use sha2::{Digest, Sha256};

use crate::error::Error;
use crate::watch::WritePoint;
use crate::workspace::Workspace;

/// A picture or another file that documents show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Media {
    /// The file's name.
    pub name: String,
    /// Its MIME type.
    pub mime: String,
    /// The file.
    pub bytes: Vec<u8>,
}

impl Workspace {
    /// Keeps a file. Gives the SHA-256 of its bytes, hexadecimal, by which it is found again; one that is there already
    /// stays as it is. `now` is milliseconds since 1970, UTC.
    pub fn keep_media(&mut self, media: &Media, now: i64) -> Result<String, Error> {
        let hash =
            Sha256::digest(&media.bytes).iter().fold(String::new(), |hash, byte| format!("{hash}{byte:02x}"));
        self.write(|transaction, at| {
            transaction
                .prepare_cached(
                    "INSERT OR IGNORE INTO media (hash, name, mime, bytes, added_at) VALUES (?1, ?2, ?3, ?4, ?5)",
                )?
                .execute(params![hash, media.name, media.mime, media.bytes, now])?;
            at(WritePoint::Documented)
        })?;
        Ok(hash)
    }

    /// A file by its hash.
    pub fn media(&self, hash: &str) -> Result<Media, Error> {
        self.connection()
            .prepare_cached("SELECT name, mime, bytes FROM media WHERE hash = ?1")?
            .query_row([hash], |row| Ok(Media { name: row.get(0)?, mime: row.get(1)?, bytes: row.get(2)? }))
            .optional()?
            .ok_or(Error::NotFound("file"))
    }
}
