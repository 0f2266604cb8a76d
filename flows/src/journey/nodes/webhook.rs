//! Another system says so.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Kind;
use crate::journey::{DataType, FieldName};

/// Another system says so.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Webhook {
    /// The last part of the address it calls.
    pub name: String,
    /// What comes with it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub gives: BTreeMap<FieldName, DataType>,
    /// Only people who agreed to marketing messages come in.
    #[serde(default)]
    pub with_consent: bool,
    /// About how many people come in by it on one day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people: Option<u32>,
}

impl Kind for Webhook {}
