//! The person taps a button or a row, or sends a Flow, of a message that was sent earlier.

use serde::{Deserialize, Serialize};

use super::Kind;

/// The person taps a button or a row, or sends a Flow, of a message that was sent earlier.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    /// Ids of buttons and rows, or the tokens of Flows.
    pub ids: Vec<String>,
}

impl Kind for Reply {}
