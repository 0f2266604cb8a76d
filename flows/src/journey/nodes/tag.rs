//! Tags are put on the person or taken away.

use serde::{Deserialize, Serialize};

use super::Kind;

/// Tags are put on the person or taken away.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tag {
    /// Put on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub add: Vec<String>,
    /// Taken away.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remove: Vec<String>,
}

impl Kind for Tag {}
