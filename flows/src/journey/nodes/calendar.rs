//! The calendar is asked for free times, or books one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Kind, Output, Outside};
use crate::journey::Template;

/// The calendar is asked for free times, or books one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Calendar {
    /// What it does: `slots_find`, `booking_make`, `booking_move`, `booking_cancel`.
    pub action: String,
    /// What it is given, with `{{values}}`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub with: BTreeMap<String, Template>,
    /// Asking it.
    #[serde(flatten)]
    pub outside: Outside,
}

impl Kind for Calendar {
    fn outputs(&self) -> Vec<Output> {
        Outside::outputs()
    }
}
