use rusqlite::{Row, params};

use crate::error::Error;
use crate::watch::WritePoint;
use crate::workspace::Workspace;

/// An account Flows are published to. Its token lies in the system's keychain, under the same id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// An id of ours.
    pub id: String,
    /// What the user calls it.
    pub name: String,
    /// WhatsApp Business Account id.
    pub waba_id: String,
    /// Phone number id.
    pub phone_number_id: String,
    /// Phone number as people write it.
    pub display_phone_number: Option<String>,
    /// Meta's word for how many people it may write to first, such as `TIER_2K`.
    pub messaging_limit: Option<String>,
    /// Base URL with version; none is Meta's.
    pub base_url: Option<String>,
    /// Last four characters of the token, to tell accounts apart.
    pub last4: Option<String>,
}

impl Workspace {
    /// All accounts, the oldest first.
    pub fn accounts(&self) -> Result<Vec<Account>, Error> {
        let mut statement = self.connection().prepare_cached(
            "SELECT id, name, waba_id, phone_number_id, display_phone_number, base_url, last4, messaging_limit
             FROM accounts ORDER BY created_at, id",
        )?;
        let rows = statement.query_map([], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Adds an account, or replaces the one with its id.
    pub fn put_account(&mut self, account: &Account, now: i64) -> Result<(), Error> {
        self.write(|transaction, at| {
            transaction.execute(
                "INSERT INTO accounts
                 (id, name, waba_id, phone_number_id, display_phone_number, base_url, last4, created_at,
                 messaging_limit)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                 ON CONFLICT (id) DO UPDATE SET name = ?2, waba_id = ?3, phone_number_id = ?4,
                 display_phone_number = ?5, base_url = ?6, last4 = ?7, messaging_limit = ?9",
                params![
                    account.id,
                    account.name,
                    account.waba_id,
                    account.phone_number_id,
                    account.display_phone_number,
                    account.base_url,
                    account.last4,
                    now,
                    account.messaging_limit
                ],
            )?;
            at(WritePoint::Documented)
        })
    }

    /// Keeps what Meta says an account may do now. An account that is gone meanwhile stays gone.
    pub fn put_messaging_limit(&mut self, id: &str, limit: Option<&str>) -> Result<(), Error> {
        self.write(|transaction, at| {
            transaction
                .execute("UPDATE accounts SET messaging_limit = ?2 WHERE id = ?1", params![id, limit])?;
            at(WritePoint::Documented)
        })
    }

    /// Forgets an account. What is known to be live in it stays, in case it comes back.
    pub fn remove_account(&mut self, id: &str) -> Result<(), Error> {
        self.write(|transaction, at| {
            let removed = transaction.execute("DELETE FROM accounts WHERE id = ?1", [id])?;
            at(WritePoint::Documented)?;
            if removed == 0 { Err(Error::NotFound("account")) } else { Ok(()) }
        })
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Account> {
    Ok(Account {
        id: row.get(0)?,
        name: row.get(1)?,
        waba_id: row.get(2)?,
        phone_number_id: row.get(3)?,
        display_phone_number: row.get(4)?,
        base_url: row.get(5)?,
        last4: row.get(6)?,
        messaging_limit: row.get(7)?,
    })
}
