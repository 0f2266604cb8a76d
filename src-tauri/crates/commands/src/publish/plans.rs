use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use super::journey::LocalJourney;
use super::link::{GoneLink, LocalLink};
use super::local::Local;
use super::template::LocalTemplate;
use crate::wire::{Code, Error, Plan};

/// How many plans are remembered.
const KEPT: usize = 16;

/// What a row of a plan is about, as it stood when the plan was made.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Item {
    /// A Flow in one language.
    Flow(Local),
    /// A template.
    Template {
        local: LocalTemplate,
        /// Rows of Flows that its buttons open, by their `document`: they come first.
        after: Vec<String>,
    },
    /// A link that begins a journey.
    Link(LocalLink),
    /// A code that no journey has any more.
    Gone(GoneLink),
    /// A journey.
    Journey(LocalJourney),
}

/// A plan with the texts it is about, row by row: what is applied is what was shown.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Kept {
    pub(super) plan: Plan,
    pub(super) items: Vec<Item>,
}

/// The newest plans.
#[derive(Default)]
pub struct Plans(Mutex<VecDeque<Kept>>);

impl Plans {
    pub(super) fn keep(&self, kept: Kept) {
        let mut plans = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        plans.push_front(kept);
        plans.truncate(KEPT);
    }

    pub(super) fn get(&self, id: &str) -> Result<Kept, Error> {
        let plans = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        plans.iter().find(|kept| kept.plan.id == id).cloned().ok_or_else(|| {
            Error::new(
                Code::NotFound,
                "This plan is too old. Close it and press Publish again for a new one.",
            )
        })
    }
}
