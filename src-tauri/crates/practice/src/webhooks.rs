//! What Meta would post to the business's own address. The app has none and fetches it here, in order.

use cloud::models::WabaId;
use cloud::models::webhook::{Change, ChangeValue, Digits, Entry, Webhook};
use serde::{Deserialize, Serialize};

/// Payloads that are kept; older ones are dropped.
const KEPT: usize = 1000;

/// Payloads in the order they were made.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Webhooks {
    /// Number of the last one; they count from 1.
    last: u64,
    queue: Vec<Payload>,
}

/// One payload.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payload {
    /// Its number.
    pub cursor: u64,
    /// What Meta would post.
    pub payload: Webhook,
}

impl Webhooks {
    /// Of a change to what belongs to the account, at a time.
    pub(crate) fn push(&mut self, waba: &WabaId, field: &str, value: ChangeValue, at: Option<i64>) {
        let change = Change { field: Some(field.to_owned()), value: Some(value), ..Change::default() };
        let entry = Entry {
            id: Some(waba.to_string()),
            time: at.map(Digits::Number),
            changes: Some(vec![change]),
            ..Entry::default()
        };
        self.last += 1;
        self.queue.push(Payload { cursor: self.last, payload: Webhook::of(vec![entry]) });
        let extra = self.queue.len().saturating_sub(KEPT);
        self.queue.drain(..extra);
    }

    /// Those that came after a number, at most so many.
    pub fn after(&self, cursor: u64, most: usize) -> &[Payload] {
        let start = self.queue.partition_point(|payload| payload.cursor <= cursor);
        let rest = self.queue.get(start..).unwrap_or_default();
        rest.get(..most.min(rest.len())).unwrap_or_default()
    }
}
