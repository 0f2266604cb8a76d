//! The person may write, whatever they say.

use serde::{Deserialize, Serialize};

use super::{Kind, Output, OutputRole, output};
use crate::journey::{FieldName, Length};

/// The person may write, whatever they say.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WaitReply {
    /// Where their words are kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub save: Option<FieldName>,
    /// How long it waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timeout: Option<Length>,
}

impl Kind for WaitReply {
    fn outputs(&self) -> Vec<Output> {
        vec![
            Output::named(output::NEXT, OutputRole::Next),
            Output::named(output::NO_ANSWER, OutputRole::NoAnswer),
        ]
    }
}
