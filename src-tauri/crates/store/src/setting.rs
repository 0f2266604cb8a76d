use rusqlite::OptionalExtension;

use crate::error::Error;
use crate::watch::WritePoint;
use crate::workspace::Workspace;

impl Workspace {
    /// A setting that belongs to the work, not to the window.
    pub fn setting(&self, key: &str) -> Result<Option<String>, Error> {
        Ok(self
            .connection()
            .prepare_cached("SELECT value FROM settings WHERE key = ?1")?
            .query_row([key], |row| row.get(0))
            .optional()?)
    }

    /// Stores a setting.
    pub fn set_setting(&mut self, key: &str, value: &str) -> Result<(), Error> {
        self.write(|transaction, at| {
            transaction
                .execute("INSERT OR REPLACE INTO settings (key, value) VALUES (?1, ?2)", [key, value])?;
            at(WritePoint::Documented)
        })
    }
}
