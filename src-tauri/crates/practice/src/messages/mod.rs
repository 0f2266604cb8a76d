//! Messages between the business and the simulated phones.

mod fill;
mod receive;
mod send;
mod status;
mod template;

use cloud::models::TemplateId;
use cloud::models::webhook::{Pricing, StatusKind};
use flows::cost;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

pub(crate) use status::Tally;

use crate::account::Account;

/// Messages that are kept; older ones are dropped.
const KEPT: usize = 1000;

/// A message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredMessage {
    /// `wamid.` and more.
    pub id: String,
    /// Whose message.
    pub from: Side,
    /// Digits of the person's number.
    pub phone: String,
    /// Seconds since 1970, by the account's clock.
    pub at: i64,
    /// As it was sent, or as a webhook told it.
    pub payload: Value,
    /// The parts of its template, filled in.
    pub shown: Option<Value>,
    /// The template it was made of.
    pub template: Option<TemplateId>,
    /// What it is priced as; none for messages of people.
    pub kind: Option<Kind>,
    /// The business's own mark.
    pub mark: Option<String>,
    /// How far it has got, oldest first.
    pub statuses: Vec<Status>,
    /// Seconds since 1970 until which it waits for the phone.
    pub waits_until: i64,
    /// The business has marked it as read.
    pub is_read: bool,
    /// What was said of its price.
    pub pricing: Option<Pricing>,
    /// What it costs by the rate card.
    pub charge: Option<Value>,
}

/// Whose message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The business's.
    Business,
    /// The person's.
    Person,
}

/// What a message is priced as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A template.
    Marketing,
    /// A template.
    Utility,
    /// A template.
    Authentication,
    /// No template.
    Service,
    /// A reaction: free.
    Reaction,
}

impl Kind {
    fn cost(self) -> cost::Kind {
        cost::Kind::Of(match self {
            Self::Marketing => cost::Category::Marketing,
            Self::Utility => cost::Category::Utility,
            Self::Authentication => cost::Category::Authentication,
            Self::Service => cost::Category::Service,
            Self::Reaction => return cost::Kind::Reaction,
        })
    }

    /// As webhooks name it.
    fn name(self) -> &'static str {
        match self {
            Self::Marketing => "marketing",
            Self::Utility => "utility",
            Self::Authentication => "authentication",
            Self::Service | Self::Reaction => "service",
        }
    }
}

/// How far a message has got.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Status {
    /// How far.
    pub status: Delivery,
    /// Seconds since 1970, by the account's clock.
    pub at: i64,
}

/// How far a message gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Delivery {
    /// On its way.
    Sent,
    /// On the phone.
    Delivered,
    /// Seen.
    Read,
    /// It will not arrive.
    Failed {
        /// Why, Meta's code.
        code: i64,
    },
}

impl Delivery {
    fn told(self) -> StatusKind {
        match self {
            Self::Sent => StatusKind::Sent,
            Self::Delivered => StatusKind::Delivered,
            Self::Read => StatusKind::Read,
            Self::Failed { .. } => StatusKind::Failed,
        }
    }
}

impl StoredMessage {
    /// How far it has got.
    pub fn delivery(&self) -> Option<Delivery> {
        self.statuses.last().map(|status| status.status)
    }
}

impl Account {
    pub(crate) fn message(&self, id: &str) -> Option<&StoredMessage> {
        self.messages.iter().find(|message| message.id == id)
    }

    fn message_mut(&mut self, id: &str) -> Option<&mut StoredMessage> {
        self.messages.iter_mut().find(|message| message.id == id)
    }

    fn next_message(&mut self) -> String {
        format!("wamid.PRACTICE{}", self.next_number('8'))
    }

    fn keep_message(&mut self, message: StoredMessage) {
        self.messages.push(message);
        let extra = self.messages.len().saturating_sub(KEPT);
        self.messages.drain(..extra);
    }

    /// What a phone shows, oldest first, and what is known of whose it is.
    pub(crate) fn conversation(&self, number: &str, now: i64) -> Value {
        let number = crate::people::digits(number);
        let person = self.people.get(&number);
        let messages: Vec<&StoredMessage> =
            self.messages.iter().filter(|message| message.phone == number).collect();
        json!({"person": person, "window_until": person.and_then(crate::people::Person::window_until),
            "is_window_open": person.is_some_and(|person| person.is_window_open(now)), "now": now,
            "messages": messages})
    }
}
