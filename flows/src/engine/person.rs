//! A person as far as rules and journeys need to know them.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::journey::{FieldName, Length, Stage};

/// A moment, in milliseconds since 1970 (UTC).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub i64);

impl Moment {
    /// Later by a length.
    #[must_use]
    pub const fn after(self, length: Length) -> Self {
        Self(self.0.saturating_add(length.millis()))
    }

    /// Earlier by a length.
    #[must_use]
    pub const fn before(self, length: Length) -> Self {
        Self(self.0.saturating_sub(length.millis()))
    }

    /// The time since an earlier moment; none since a later one.
    pub const fn since(self, earlier: Self) -> Length {
        Length::of_millis(self.0.saturating_sub(earlier.0))
    }
}

/// Whether a person agreed to marketing messages. Once they said something it is never unknown again.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "snake_case")]
pub enum ConsentState {
    /// They never said.
    #[default]
    Unknown,
    /// They agreed.
    Given,
    /// They want no more of them.
    Stopped,
}

/// A person.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Person {
    /// When they last wrote or called; none: never.
    pub last_inbound: Option<Moment>,
    /// When they last came from an ad.
    pub ad_entry: Option<Moment>,
    /// Whether they agreed to marketing messages.
    pub consent: ConsentState,
    /// They blocked the business.
    pub blocked: bool,
    /// IANA name of their time zone; empty or not known: UTC.
    pub zone: String,
    /// ISO 3166-1 alpha-2 of their number's country.
    pub country: String,
    /// The lane they are in.
    pub stage: Option<Stage>,
    /// Their tags.
    pub tags: BTreeSet<String>,
    /// What is known of them.
    pub fields: BTreeMap<FieldName, Value>,
    /// Moments of the marketing messages of the last seven days, oldest first.
    pub marketing: Vec<Moment>,
    /// Decides splits.
    pub seed: u64,
    /// Sides of splits that the simulation wants: the id of a way by `journey/node`.
    pub wished: BTreeMap<String, String>,
}
