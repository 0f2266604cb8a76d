//! An assistant of the owner's choice answers the person's last message, or says that a person should (`else`).

use serde::{Deserialize, Serialize};

use super::{Kind, Output, OutputRole, Outside, output};
use crate::journey::Template;

/// An assistant of the owner's choice answers the person's last message, or says that a person should (`else`).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ai {
    /// What it is told to know and to do.
    pub instructions: Template,
    /// Asking it. What it says is `ai_answer`; a sample with `hand_over` set to true hands over.
    #[serde(flatten)]
    pub outside: Outside,
}

impl Kind for Ai {
    fn outputs(&self) -> Vec<Output> {
        vec![
            Output::named(output::NEXT, OutputRole::Next),
            Output::named(output::ELSE, OutputRole::Else),
            Output::named(output::FAILED, OutputRole::Failed),
        ]
    }
}
