//! What the journey is for is reached: counted, and the way goes on or ends.

use serde::{Deserialize, Serialize};

use super::{Kind, Output};

/// What the journey is for is reached: counted, and the way goes on or ends.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Goal {
    /// What is reached: `booked`.
    pub name: String,
    /// The way ends here; otherwise it goes on.
    #[serde(default)]
    pub ends: bool,
}

impl Kind for Goal {
    fn outputs(&self) -> Vec<Output> {
        if self.ends { Vec::new() } else { Output::next() }
    }
}
