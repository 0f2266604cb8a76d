//! The account as it is now: whatever is due has happened before anybody looks.

use serde_json::Value;

use super::Server;
use crate::account::Account;
use crate::keep::KeepError;
use crate::refusal::Refusal;

impl Account {
    /// The time by the account's clock, seconds since 1970.
    pub(crate) fn now(&self) -> i64 {
        jiff::Timestamp::now().as_second() + self.ahead
    }
}

impl Server {
    /// Looks at the account, with the time by its clock.
    pub(super) fn settled<T>(&self, look: impl FnOnce(&Account, i64) -> T) -> Result<T, KeepError> {
        if self.kept.read(|account| account.agenda.is_due(account.now()))? {
            let settled: Result<(), Refusal> = self.kept.change(|account| {
                account.settle(account.now());
                Ok(())
            })?;
            // Settling cannot fail.
            let _ = settled;
        }
        self.kept.read(|account| look(account, account.now()))
    }

    /// Answers from the account.
    pub(super) fn read(
        &self,
        look: impl FnOnce(&Account, i64) -> Result<Value, Refusal>,
    ) -> Result<Value, Refusal> {
        self.settled(look).map_err(|_| Refusal::internal())?
    }

    /// Changes the account; a change that is refused leaves it as it was.
    pub(super) fn change<T>(
        &self,
        act: impl FnOnce(&mut Account, i64) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let kept = |error: KeepError| {
            tracing::error!(target: "practice", %error, "the state was not kept");
            Refusal::internal()
        };
        // What is due happens even when the change is refused.
        self.settled(|_, _| ()).map_err(kept)?;
        self.kept.change(|account| act(account, account.now())).map_err(kept)?
    }
}
