//! A form inside the chat, and the wait until it is sent.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Kind, Output, OutputRole, Payload, TemplateUse, output};
use crate::journey::{DataType, FieldName, Length};

/// A form inside the chat, and the wait until it is sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Flow {
    /// The message that opens it: of type interactive, flow.
    pub message: Payload,
    /// What its answer is kept as: the names in the Flow's answer.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub gives: BTreeMap<FieldName, DataType>,
    /// How long it waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timeout: Option<Length>,
    /// The template with the Flow's button that goes out where the 24 hours are over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub if_closed: Option<TemplateUse>,
}

impl Flow {
    /// The name of the Flow that it opens, where the message names it so.
    pub fn name(&self) -> Option<&str> {
        self.message.0.pointer("/interactive/action/parameters/flow_name")?.as_str()
    }
}

impl Kind for Flow {
    fn outputs(&self) -> Vec<Output> {
        vec![
            Output::named(output::NEXT, OutputRole::Next),
            Output::named(output::NO_ANSWER, OutputRole::NoAnswer),
            Output::named(output::CLOSED, OutputRole::Closed),
        ]
    }
}
