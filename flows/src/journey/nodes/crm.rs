//! The CRM is told or asked.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Kind, Output, Outside};
use crate::journey::Template;

/// The CRM is told or asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Crm {
    /// What it does: `contact_save`, `deal_create`, `note_add`, `contact_find`.
    pub action: String,
    /// What it is given, with `{{values}}`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub with: BTreeMap<String, Template>,
    /// Asking it.
    #[serde(flatten)]
    pub outside: Outside,
}

impl Kind for Crm {
    fn outputs(&self) -> Vec<Output> {
        Outside::outputs()
    }
}
