//! The person goes on in another journey, from where it is started by hand or from a node; this one ends.

use serde::{Deserialize, Serialize};

use super::{Kind, Output};
use crate::journey::{JourneyName, NodeId};

/// The person goes on in another journey, from where it is started by hand or from a node; this one ends.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GoTo {
    /// Which one.
    pub journey: JourneyName,
    /// From which of its nodes; none: where it is started by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<NodeId>,
}

impl Kind for GoTo {
    fn outputs(&self) -> Vec<Output> {
        Vec::new()
    }
}
