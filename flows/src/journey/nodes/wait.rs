//! Some time passes.

use serde::{Deserialize, Serialize};

use super::Kind;
use crate::journey::Length;

/// Some time passes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Wait {
    /// How long.
    #[serde(rename = "for")]
    pub lasts: Length,
}

impl Kind for Wait {}
