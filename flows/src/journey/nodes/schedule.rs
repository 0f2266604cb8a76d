//! At a time of day on some days of the week, for everyone it is meant for.

use serde::{Deserialize, Serialize};

use super::Kind;
use crate::journey::{Clock, Weekday};

/// At a time of day on some days of the week, for everyone it is meant for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Schedule {
    /// The days; none: every day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub on: Vec<Weekday>,
    /// At this time of day in the person's zone.
    pub at: Clock,
    /// Only people with this tag come in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tag: Option<String>,
    /// Only people who agreed to marketing messages come in.
    #[serde(default)]
    pub with_consent: bool,
    /// About how many people come in by it on one day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people: Option<u32>,
}

impl Kind for Schedule {}
