//! The person's last message is looked up among questions; the answer that fits is sent.

use serde::{Deserialize, Serialize};

use super::{Kind, Output, OutputRole, output};
use crate::journey::Template;

/// The person's last message is looked up among questions; the answer that fits is sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Faq {
    /// Questions with their answers.
    pub entries: Vec<FaqEntry>,
}

/// A question with its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FaqEntry {
    /// Ways to ask it.
    pub questions: Vec<String>,
    /// What is answered.
    pub answer: Template,
}

impl Kind for Faq {
    fn outputs(&self) -> Vec<Output> {
        vec![
            Output::named(output::NEXT, OutputRole::Next),
            Output::named(output::ELSE, OutputRole::Else),
        ]
    }
}
