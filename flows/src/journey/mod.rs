//! Journeys: how a customer is led, as a graph of nodes in readable JSON.
//!
//! The text is the truth; [`Journey::read`] derives this view from it. Reading never fails: a node that cannot be
//! understood is sealed ([`Body::Sealed`]), keeps its connections and its text, and everything else is read.
//!
//! A node names what comes after it: `"to": {"next": "welcome"}`. Which outputs it has is said by its kind
//! ([`Body::outputs`]). Waits are nodes too, drawn as pills on the line.
//!
//! How a journey runs stands in [`crate::engine`], what can be said of all its runs in [`crate::window`]. Both read
//! this one model.

mod condition;
mod fields;
mod length;
mod names;
mod needs;
mod nodes;
mod project;
mod read;
mod time;

pub use condition::{Condition, Test};
pub use fields::{DataType, Field, Fields, Template, fill, placeholders};
pub use length::Length;
pub use names::{FieldName, JourneyName, NodeId, Stage};
pub use needs::Needs;
pub use nodes::*;
pub use project::{AccountKnown, MessagingLimit, Project, TemplateKnown, TemplateStatus};
pub use read::{Unread, is_journey};
pub use time::{Clock, QuietHours, QuietScope, QuietThen, Weekday};

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

/// Version of the journey format that is written. A text that says another one is read as far as it is understood.
pub const FORMAT: u32 = 1;

/// A journey.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Journey {
    /// What holds for all of it.
    pub settings: Settings,
    /// What it knows of a customer, by name.
    pub data: Fields,
    /// In the order of the text.
    pub nodes: Vec<JourneyNode>,
    /// What could not be read, in the order of the text.
    #[serde(skip)]
    pub unread: Vec<Unread>,
}

/// What holds for all of a journey.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Language of its texts, as WhatsApp writes it: `en`, `pt_BR`.
    pub language: String,
    /// When nobody is written to.
    pub quiet_hours: Option<QuietHours>,
    /// What happens when somebody who is in it comes in again.
    pub re_entry: ReEntry,
    /// Among several journeys of one person the one with the higher number hears an answer first.
    pub priority: i32,
    /// A run ends by itself after this time.
    pub expires: Option<Length>,
    /// The most marketing messages one person gets in seven days, over all journeys. None: no limit.
    pub marketing_per_week: Option<u32>,
}

/// What happens when somebody who is in a journey comes in again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReEntry {
    /// They stay where they are; when they are through, they may come in again.
    #[default]
    WhenFinished,
    /// Once in a lifetime.
    Never,
    /// They begin anew.
    Restart,
    /// Both go on, side by side: one run for each order, say.
    Parallel,
}

/// A node.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct JourneyNode {
    /// Unique in the journey.
    pub id: NodeId,
    /// The lane it stands in.
    pub stage: Option<Stage>,
    /// What its owner calls it.
    pub title: String,
    /// Switched off: people go through it as if it were not there, by its first connected output.
    pub off: bool,
    /// What comes after each of its outputs.
    pub to: BTreeMap<String, NodeId>,
    /// What it does.
    pub body: Body,
    /// Its position in `nodes` of the text.
    #[serde(skip)]
    pub at: usize,
}

impl Journey {
    /// A node by its id. Of several with one id the first.
    pub fn node(&self, id: &NodeId) -> Option<&JourneyNode> {
        self.nodes.iter().find(|node| node.id == *id)
    }

    /// Where it stands in `nodes`.
    pub fn index(&self, id: &NodeId) -> Option<usize> {
        self.nodes.iter().position(|node| node.id == *id)
    }

    /// What each node goes by where ids may be missing or double: its id where it is the first of that id and not empty,
    /// else `#` and its place.
    pub fn keys(&self) -> Vec<String> {
        let mut seen = BTreeSet::new();
        let key = |(index, node): (usize, &JourneyNode)| {
            let id = node.id.0.as_str();
            if id.is_empty() || id.starts_with('#') || !seen.insert(id.to_owned()) {
                format!("#{index}")
            } else {
                id.to_owned()
            }
        };
        self.nodes.iter().enumerate().map(key).collect()
    }

    /// Every way from a node to another that is there: both places in `nodes`, and the output.
    pub fn edges(&self) -> impl Iterator<Item = (usize, &str, usize)> {
        let places: BTreeMap<&NodeId, usize> =
            self.nodes.iter().enumerate().rev().map(|(place, node)| (&node.id, place)).collect();
        self.nodes.iter().enumerate().flat_map(move |(from, node)| {
            let ways: Vec<_> = node
                .to
                .iter()
                .filter_map(|(output, target)| Some((from, output.as_str(), *places.get(target)?)))
                .collect();
            ways
        })
    }
}

impl JourneyNode {
    /// What comes after an output, if it is connected.
    pub fn after(&self, output: &str) -> Option<&NodeId> {
        self.to.get(output)
    }

    /// The way on where a node is gone through as if it were not there: its first output that is connected. Of one that is
    /// sealed that is `next`, or the first by name.
    pub fn past(&self) -> Option<(&String, &NodeId)> {
        let outputs = self.body.outputs();
        let known = outputs.iter().find_map(|output| self.to.get_key_value(&output.name));
        let sealed = || self.to.get_key_value(output::NEXT).or_else(|| self.to.first_key_value());
        known.or_else(|| matches!(self.body, Body::Sealed(_)).then(sealed).flatten())
    }
}
