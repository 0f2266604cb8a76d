//! The person agrees to marketing messages, on the website or in the shop. They have not written.

use serde::{Deserialize, Serialize};

use super::Kind;

/// The person agrees to marketing messages, on the website or in the shop. They have not written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OptIn {
    /// Where they agreed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// About how many people come in by it on one day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people: Option<u32>,
}

impl Kind for OptIn {}
