//! Trouble on request, so that tests and curious people see what happens when things go wrong.

use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use tokio::sync::watch;

/// When trouble strikes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Moment {
    /// Before anything is done.
    Before,
    /// After it is done, before the answer.
    After,
}

/// Trouble with one request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Fault {
    /// 429 with the limit headers; nothing is done.
    RateLimited {
        /// `Retry-After`, in seconds.
        retry_after: Option<u32>,
        /// Minutes until calls are taken again, in `X-Business-Use-Case-Usage`.
        regain_minutes: u32,
    },
    /// A 5xx without Meta's explanation.
    Server {
        /// 500 to 599.
        status: u16,
        /// Whether it was done all the same.
        moment: Moment,
    },
    /// No answer, ever.
    Silence {
        /// Whether it was done all the same.
        moment: Moment,
    },
    /// The connection is dropped without an answer.
    Drop {
        /// Whether it was done all the same.
        moment: Moment,
    },
    /// It is done, and the connection is dropped after so many bytes of the answer (its head counts).
    CutReply {
        /// Bytes that get through.
        bytes: u32,
    },
    /// The token counts as expired (190); nothing is done.
    TokenExpired,
    /// It is done, and the answer is a page of HTML.
    NotJson,
}

/// A fault and when it is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Planned {
    /// Requests that pass untroubled before it.
    #[serde(default)]
    pub skip: u32,
    /// How many requests in a row it troubles.
    #[serde(default = "once")]
    pub times: u32,
    /// The trouble.
    pub fault: Fault,
}

fn once() -> u32 {
    1
}

/// The faults to come, and what has been asked so far.
#[derive(Clone)]
pub struct Faults(Arc<Shared>);

struct Shared {
    plan: Mutex<Vec<Planned>>,
    seen: Mutex<Vec<String>>,
    held: watch::Sender<u32>,
}

impl Default for Faults {
    fn default() -> Self {
        let shared = Shared { plan: Mutex::default(), seen: Mutex::default(), held: watch::Sender::new(0) };
        Self(Arc::new(shared))
    }
}

impl Faults {
    /// Plans a fault. With several, the first that is due is taken.
    pub fn plan(&self, planned: Planned) {
        self.0.plan.lock().unwrap_or_else(PoisonError::into_inner).push(planned);
    }

    /// Plans a fault for the request after `skip` others.
    pub fn after(&self, skip: u32, fault: Fault) {
        self.plan(Planned { skip, times: 1, fault });
    }

    /// Drops all plans.
    pub fn clear(&self) {
        self.0.plan.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Every request so far, as `POST /123/flows`, without version and query.
    pub fn seen(&self) -> Vec<String> {
        self.0.seen.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Waits until a request is being met with silence.
    pub async fn silent(&self) {
        // The sender lives as long as self, so the wait cannot fail.
        let _ = self.0.held.subscribe().wait_for(|held| *held > 0).await;
    }

    /// Notes a request and gives the fault that is due for it.
    pub(crate) fn take(&self, request: String) -> Option<Fault> {
        self.0.seen.lock().unwrap_or_else(PoisonError::into_inner).push(request);
        let mut plan = self.0.plan.lock().unwrap_or_else(PoisonError::into_inner);
        let due = plan.iter().position(|planned| planned.skip == 0);
        for planned in plan.iter_mut() {
            planned.skip = planned.skip.saturating_sub(1);
        }
        let planned = plan.get_mut(due?)?;
        let fault = planned.fault.clone();
        planned.times = planned.times.saturating_sub(1);
        plan.retain(|planned| planned.times > 0);
        Some(fault)
    }

    /// Never answers.
    pub(crate) async fn hold(&self) {
        self.0.held.send_modify(|held| *held += 1);
        std::future::pending::<()>().await;
    }
}
