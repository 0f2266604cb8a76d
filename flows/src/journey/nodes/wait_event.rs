//! Something happens in another system, or the person calls (`call`).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Kind, Output, OutputRole, output};
use crate::journey::{DataType, FieldName, Length};

/// Something happens in another system, or the person calls (`call`).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WaitEvent {
    /// Its name.
    pub event: String,
    /// A value that has to be the same in it, where both know it: `order_number`.
    #[serde(default, rename = "match", skip_serializing_if = "Option::is_none")]
    pub matches: Option<FieldName>,
    /// What comes with it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub gives: BTreeMap<FieldName, DataType>,
    /// How long it waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timeout: Option<Length>,
}

impl Kind for WaitEvent {
    fn outputs(&self) -> Vec<Output> {
        vec![
            Output::named(output::NEXT, OutputRole::Next),
            Output::named(output::NO_ANSWER, OutputRole::NoAnswer),
        ]
    }
}
