use rusqlite::{OptionalExtension, Row, params};

use crate::document::text_hash;
use crate::error::Error;
use crate::watch::WritePoint;
use crate::workspace::Workspace;

/// What the other side has of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Live {
    /// The document.
    pub document: String,
    /// The account.
    pub account: String,
    /// Id at the other side.
    pub remote_id: String,
    /// Meta's word for its state, for example `PUBLISHED`.
    pub status: String,
    /// The published text; none before the first publishing.
    pub text: Option<String>,
    /// SHA-256 of it.
    pub text_hash: Option<[u8; 32]>,
    /// More that the other side says of it, in the caller's words.
    pub detail: String,
    /// Milliseconds since 1970, UTC.
    pub at: i64,
}

/// How far an intent has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IntentState {
    /// Written before the call; the call may have been made.
    Begun,
    /// The other side has done it.
    Done,
    /// The other side has refused it.
    Failed,
    /// No answer came: settled by asking before anything is done again.
    Unknown,
}

impl IntentState {
    fn as_str(self) -> &'static str {
        match self {
            Self::Begun => "begun",
            Self::Done => "done",
            Self::Failed => "failed",
            Self::Unknown => "unknown",
        }
    }

    fn of(text: &str) -> Self {
        match text {
            "done" => Self::Done,
            "failed" => Self::Failed,
            "begun" => Self::Begun,
            _ => Self::Unknown,
        }
    }
}

/// Something that is asked of the other side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intent {
    /// Its id.
    pub id: String,
    /// The document.
    pub document: String,
    /// The account.
    pub account: String,
    /// What is asked, for example `create`.
    pub step: String,
    /// What belongs to it, in the caller's words.
    pub detail: String,
    /// How far it has come.
    pub state: IntentState,
    /// Id at the other side, once known.
    pub remote_id: Option<String>,
    /// Milliseconds since 1970, UTC.
    pub begun_at: i64,
    /// When its outcome was written down.
    pub settled_at: Option<i64>,
}

impl Workspace {
    /// What an account has of a document.
    pub fn live(&self, document: &str, account: &str) -> Result<Option<Live>, Error> {
        Ok(self
            .connection()
            .prepare_cached(
                "SELECT document, account, remote_id, status, text, text_hash, at, detail FROM live
                 WHERE document = ?1 AND account = ?2",
            )?
            .query_row([document, account], read_live)
            .optional()?)
    }

    /// What any account has of any document, without the texts.
    pub fn all_live(&self) -> Result<Vec<Live>, Error> {
        let mut statement = self.connection().prepare_cached(
            "SELECT document, account, remote_id, status, NULL, text_hash, at, detail FROM live ORDER BY document, account",
        )?;
        let rows = statement.query_map([], read_live)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Records what an account has of a document; [`Live::text_hash`] is taken from the text.
    pub fn put_live(&mut self, live: &Live) -> Result<(), Error> {
        let hash = live.text.as_deref().map(text_hash);
        self.write(|transaction, at| {
            transaction.execute(
                "INSERT OR REPLACE INTO live (document, account, remote_id, status, text, text_hash, at, detail)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                params![live.document, live.account, live.remote_id, live.status, live.text, hash, live.at, live.detail],
            )?;
            at(WritePoint::Documented)
        })
    }

    /// Records where documents stand, all or none of them: state, detail and time of each. What was published stays.
    pub fn put_states(&mut self, states: &[Live]) -> Result<(), Error> {
        self.write(|transaction, at| {
            let mut update = transaction.prepare_cached(
                "UPDATE live SET status = ?3, detail = ?4, at = ?5 WHERE document = ?1 AND account = ?2",
            )?;
            for live in states {
                update.execute(params![live.document, live.account, live.status, live.detail, live.at])?;
            }
            at(WritePoint::Documented)
        })
    }

    /// Forgets what an account has of a document: it was deleted there.
    pub fn remove_live(&mut self, document: &str, account: &str) -> Result<(), Error> {
        self.write(|transaction, at| {
            transaction
                .execute("DELETE FROM live WHERE document = ?1 AND account = ?2", [document, account])?;
            at(WritePoint::Documented)
        })
    }

    /// Writes down what is about to be asked. Gives the intent's id.
    pub fn begin_intent(
        &mut self,
        document: &str,
        account: &str,
        step: &str,
        detail: &str,
        now: i64,
    ) -> Result<String, Error> {
        let id = self.new_id()?;
        self.write(|transaction, at| {
            transaction.execute(
                "INSERT INTO intents (id, document, account, step, detail, state, begun_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, 'begun', ?6)",
                params![id, document, account, step, detail, now],
            )?;
            at(WritePoint::Journaled)
        })?;
        Ok(id)
    }

    /// Writes down what came of it.
    pub fn settle_intent(
        &mut self,
        id: &str,
        state: IntentState,
        remote_id: Option<&str>,
        now: i64,
    ) -> Result<(), Error> {
        self.write(|transaction, at| {
            let changed = transaction.execute(
                "UPDATE intents SET state = ?2, remote_id = coalesce(?3, remote_id), settled_at = ?4 WHERE id = ?1",
                params![id, state.as_str(), remote_id, now],
            )?;
            at(WritePoint::Journaled)?;
            if changed == 0 { Err(Error::NotFound("intent")) } else { Ok(()) }
        })
    }

    /// Intents of an account that are begun or in doubt, the oldest first.
    pub fn open_intents(&self, account: &str) -> Result<Vec<Intent>, Error> {
        let mut statement = self.connection().prepare_cached(
            "SELECT id, document, account, step, detail, state, remote_id, begun_at, settled_at FROM intents
             WHERE account = ?1 AND state IN ('begun', 'unknown') ORDER BY begun_at, rowid",
        )?;
        let rows = statement.query_map([account], read_intent)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What an account has done of one step since a time, the oldest first.
    pub fn done_since(&self, account: &str, step: &str, since: i64) -> Result<Vec<Intent>, Error> {
        let mut statement = self.connection().prepare_cached(
            "SELECT id, document, account, step, detail, state, remote_id, begun_at, settled_at FROM intents
             WHERE account = ?1 AND step = ?2 AND begun_at >= ?3 AND state = 'done' ORDER BY begun_at, rowid",
        )?;
        let rows = statement.query_map(params![account, step, since], read_intent)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The handle an account gave for a file of this workspace.
    pub fn handle(&self, account: &str, media: &str) -> Result<Option<String>, Error> {
        Ok(self
            .connection()
            .prepare_cached(
                "SELECT handle FROM handles JOIN media USING (hash) WHERE account = ?1 AND media.name = ?2",
            )?
            .query_row([account, media], |row| row.get(0))
            .optional()?)
    }

    /// Remembers the handle an account gave for a file of this workspace. `now` is milliseconds since 1970, UTC.
    pub fn put_handle(&mut self, account: &str, media: &str, handle: &str, now: i64) -> Result<(), Error> {
        self.write(|transaction, at| {
            transaction.execute(
                "INSERT OR REPLACE INTO handles (account, hash, handle, at)
                 SELECT ?1, hash, ?3, ?4 FROM media WHERE name = ?2",
                params![account, media, handle, now],
            )?;
            at(WritePoint::Documented)
        })
    }

    /// Forgets the handle of a file: the account does not take it any more.
    pub fn forget_handle(&mut self, account: &str, media: &str) -> Result<(), Error> {
        self.write(|transaction, at| {
            transaction.execute(
                "DELETE FROM handles WHERE account = ?1 AND hash = (SELECT hash FROM media WHERE name = ?2)",
                [account, media],
            )?;
            at(WritePoint::Documented)
        })
    }
}

fn read_live(row: &Row<'_>) -> rusqlite::Result<Live> {
    Ok(Live {
        document: row.get(0)?,
        account: row.get(1)?,
        remote_id: row.get(2)?,
        status: row.get(3)?,
        text: row.get(4)?,
        text_hash: row.get(5)?,
        at: row.get(6)?,
        detail: row.get(7)?,
    })
}

fn read_intent(row: &Row<'_>) -> rusqlite::Result<Intent> {
    let state: String = row.get(5)?;
    Ok(Intent {
        id: row.get(0)?,
        document: row.get(1)?,
        account: row.get(2)?,
        step: row.get(3)?,
        detail: row.get(4)?,
        state: IntentState::of(&state),
        remote_id: row.get(6)?,
        begun_at: row.get(7)?,
        settled_at: row.get(8)?,
    })
}
