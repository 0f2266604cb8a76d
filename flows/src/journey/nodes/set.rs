//! A value is noted.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Kind;
use crate::journey::FieldName;

/// A value is noted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Set {
    /// Which one.
    pub field: FieldName,
    /// What it becomes: a text may have `{{values}}` in it; nothing forgets it.
    #[serde(rename = "value")]
    pub to: Value,
}

impl Kind for Set {}
