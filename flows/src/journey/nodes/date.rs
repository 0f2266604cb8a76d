//! A day that is known of the person comes near: a birthday, an appointment, the end of a contract.

use serde::{Deserialize, Serialize};

use super::Kind;
use crate::journey::{Clock, FieldName};

/// A day that is known of the person comes near: a birthday, an appointment, the end of a contract.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Date {
    /// The value that has the day.
    pub field: FieldName,
    /// Whole days before it; below nothing: after it.
    #[serde(default)]
    pub days_before: i32,
    /// At this time of day in the person's zone.
    pub at: Clock,
    /// Every year.
    #[serde(default)]
    pub yearly: bool,
    /// Only people who agreed to marketing messages come in.
    #[serde(default)]
    pub with_consent: bool,
    /// About how many people come in by it on one day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people: Option<u32>,
}

impl Kind for Date {}
