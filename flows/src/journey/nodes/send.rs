//! One or several messages that are no templates. They go out only within 24 hours of the person's last message.

use serde::{Deserialize, Serialize};

use super::{Kind, Output, OutputRole, Payload, TemplateUse, output};

/// One or several messages that are no templates. They go out only within 24 hours of the person's last message.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Send {
    /// The messages, in order.
    pub messages: Vec<Payload>,
    /// The template that goes out instead, once for all of them, where the 24 hours are over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub if_closed: Option<TemplateUse>,
}

impl Kind for Send {
    fn outputs(&self) -> Vec<Output> {
        vec![
            Output::named(output::NEXT, OutputRole::Next),
            Output::named(output::CLOSED, OutputRole::Closed),
        ]
    }
}
