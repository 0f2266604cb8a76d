//! What was done lately with templates of an account: Meta counts it.

use store::Intent;

use super::books::{Books, Step};
use crate::wire::Error;

/// As far back as anything is counted, in milliseconds.
const MONTH: i64 = 30 * 24 * 3_600_000;

/// Times are milliseconds since 1970.
pub(super) struct Lately {
    edits: Vec<Intent>,
    /// When templates were created, oldest first.
    pub(super) creations: Vec<i64>,
    pub(super) now: i64,
}

impl Lately {
    pub(super) fn read(books: &Books<'_>, now: i64) -> Result<Self, Error> {
        let edits = books.done_since(Step::Amend, now - MONTH)?;
        let creations = books.done_since(Step::Submit, now - MONTH)?;
        Ok(Self { edits, creations: creations.iter().map(time).collect(), now })
    }

    /// When a template was edited while it was approved, oldest first.
    pub(super) fn edits_of(&self, remote: Option<&str>) -> Vec<i64> {
        let approved = self.edits.iter().filter(|edit| edit.detail == "APPROVED");
        approved.filter(|edit| remote.is_some() && edit.remote_id.as_deref() == remote).map(time).collect()
    }
}

fn time(done: &Intent) -> i64 {
    done.settled_at.unwrap_or(done.begun_at)
}
