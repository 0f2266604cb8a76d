//! The person comes into another stage.

use serde::{Deserialize, Serialize};

use super::Kind;
use crate::journey::Stage;

/// The person comes into another stage.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetStage {
    /// Which one.
    pub set: Stage,
}

impl Kind for SetStage {}
