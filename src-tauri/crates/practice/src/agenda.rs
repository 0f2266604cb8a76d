//! What will happen by itself: reviews end, messages arrive, pauses run out. Things happen in the order of their
//! time, each with its own time, whenever somebody looks at the account.

use cloud::models::{TemplateCategory, TemplateId};
use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::messages::Delivery;

/// What will happen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "task", rename_all = "snake_case")]
pub(crate) enum Task {
    /// A template's review ends.
    Review {
        /// The template.
        template: TemplateId,
    },
    /// A template's pause ends.
    Unpause {
        /// The template.
        template: TemplateId,
    },
    /// A template gets another category.
    Recategorize {
        /// The template.
        template: TemplateId,
        /// The category.
        category: TemplateCategory,
    },
    /// A message gets on.
    Deliver {
        /// The message.
        message: String,
        /// How far.
        to: Delivery,
    },
}

/// What will happen, the next first.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Agenda(Vec<Due>);

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Due {
    /// Seconds since 1970, by the account's clock.
    at: i64,
    #[serde(flatten)]
    task: Task,
}

impl Agenda {
    /// Puts it behind everything that is due at the same time.
    pub(crate) fn add(&mut self, at: i64, task: Task) {
        let place = self.0.partition_point(|due| due.at <= at);
        self.0.insert(place, Due { at, task });
    }

    /// Drops what fits.
    pub(crate) fn forget(&mut self, fits: impl Fn(&Task) -> bool) {
        self.0.retain(|due| !fits(&due.task));
    }

    /// Whether something is due.
    pub(crate) fn is_due(&self, now: i64) -> bool {
        self.0.first().is_some_and(|due| due.at <= now)
    }

    fn take(&mut self, now: i64) -> Option<Due> {
        self.is_due(now).then(|| self.0.remove(0))
    }
}

impl Account {
    /// Lets everything happen that is due.
    pub(crate) fn settle(&mut self, now: i64) {
        while let Some(Due { at, task }) = self.agenda.take(now) {
            match task {
                Task::Review { template } => self.end_review(&template, at),
                Task::Unpause { template } => self.end_pause(&template, at),
                Task::Recategorize { template, category } => self.recategorize(&template, &category, at),
                Task::Deliver { message, to } => self.deliver(&message, to, at),
            }
        }
    }
}
