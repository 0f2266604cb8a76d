//! Somebody of the business starts it, or another journey calls it.

use serde::{Deserialize, Serialize};

use super::Kind;

/// Somebody of the business starts it, or another journey calls it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Manual {
    /// Only people who agreed to marketing messages come in.
    #[serde(default)]
    pub with_consent: bool,
    /// About how many people come in by it on one day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people: Option<u32>,
}

impl Kind for Manual {}
