//! Where a person stands: what is written down between two events.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Moment, Person};
use crate::journey::{Awaited, FieldName, JourneyName, NodeId};

/// All that the engine keeps of one person. Written down and read back it is the same.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct State {
    /// The person.
    pub person: Person,
    /// Their runs that are not over, by number.
    pub runs: Vec<Run>,
    /// Journeys they ever came into.
    #[serde(default)]
    pub entered: BTreeSet<JourneyName>,
    /// They wrote before.
    #[serde(default)]
    pub wrote: bool,
    /// Their last words.
    #[serde(default)]
    pub heard: Option<String>,
    /// The number of the next run.
    #[serde(default)]
    pub next_run: u32,
    /// The number of the next message.
    #[serde(default)]
    pub next_send: u32,
    /// Counts waits, to tell which began last.
    #[serde(default)]
    pub waits: u64,
    /// The latest moment so far; time never goes back.
    #[serde(default)]
    pub clock: Moment,
}

impl State {
    /// Of a person who is in no journey.
    pub fn new(person: Person) -> Self {
        let wrote = person.last_inbound.is_some();
        Self { person, wrote, ..Self::default() }
    }

    /// When [`Event::Due`](super::Event::Due) is to be given next; none: only an event goes on.
    pub fn next_due(&self) -> Option<Moment> {
        self.runs.iter().filter_map(Run::due).min()
    }

    /// A run by its number.
    pub fn run(&self, number: u32) -> Option<&Run> {
        self.runs.iter().find(|run| run.number == number)
    }
}

/// A way through a journey that is not over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Run {
    /// Unique for the person.
    pub number: u32,
    /// The journey it began in.
    pub root: JourneyName,
    /// The journey it is in: another one where that was called.
    pub journey: JourneyName,
    /// The node it is at.
    pub node: NodeId,
    /// From where the journey was called, and that journey, outermost first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub calls: Vec<(JourneyName, NodeId)>,
    /// What it waits for.
    pub wait: Wait,
    /// When that is over.
    pub until: Option<Moment>,
    /// The number of the wait in this run.
    pub epoch: u32,
    /// The number of the wait over all runs.
    pub order: u64,
    /// When the run is over.
    pub expires: Option<Moment>,
    /// Its own values, where people are in the journey several times.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<BTreeMap<FieldName, Value>>,
    /// The last message it sent.
    pub sent: Option<u32>,
    /// How far that came.
    pub status: Option<Awaited>,
    /// The instant it last went on in.
    pub instant: Moment,
    /// Nodes it went through in that instant.
    pub steps: usize,
    /// Since when the nodes of a day are counted: anew after 24 hours, and when the person wrote or called.
    #[serde(default)]
    pub day: Moment,
    /// Nodes it went through since then.
    #[serde(default)]
    pub steps_of_day: usize,
}

impl Run {
    /// When something is due by itself.
    pub fn due(&self) -> Option<Moment> {
        match (self.until, self.expires) {
            (Some(until), Some(expires)) => Some(until.min(expires)),
            (until, expires) => until.or(expires),
        }
    }
}

/// What a run waits for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wait {
    /// Time.
    #[default]
    Time,
    /// Quiet hours to end, with this message.
    Quiet {
        /// Which of the node's messages.
        slot: u32,
        /// Its words, where they do not stand in the node.
        words: Option<String>,
    },
    /// An answer.
    Answer {
        /// How many times it may still be asked again.
        tries: u32,
    },
    /// A Flow.
    Form,
    /// Any words.
    Reply,
    /// Something that happens in another system, or a call.
    Event,
    /// A message to be delivered or read.
    Status,
    /// The answer of another system.
    System,
    /// Somebody of the business.
    Somebody,
}
