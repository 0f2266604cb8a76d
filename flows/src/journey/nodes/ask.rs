//! A question, and the wait for its answer.

use serde::{Deserialize, Serialize};

use super::{Expected, Kind, Output, OutputRole, Payload, TemplateUse, output};
use crate::journey::{FieldName, Length};

/// A question, and the wait for its answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ask {
    /// The question: a message with buttons or a list, or words.
    pub message: Payload,
    /// What the answer has to be.
    pub expects: Expected,
    /// Where the answer is kept: the words of what was tapped, the text, the address, the id of the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub save: Option<FieldName>,
    /// What is said after an answer that does not fit; then the wait goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again: Option<Payload>,
    /// How many times that is said before the way goes on with `else`.
    #[serde(default)]
    pub tries: u32,
    /// How long it waits, from the question on or from the last answer that did not fit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timeout: Option<Length>,
    /// The template that asks where the 24 hours are over. Its quick replies are the buttons, by their words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub if_closed: Option<TemplateUse>,
}

impl Kind for Ask {
    fn outputs(&self) -> Vec<Output> {
        let mut outputs: Vec<Output> = self
                .message
                .answers()
                .into_iter()
                .filter(|_| self.expects == Expected::Choice)
                .map(|answer| Output::choice(output::answer(&answer.id), &answer.words))
                .collect();
            if self.expects != Expected::Choice {
                outputs.push(Output::named(output::NEXT, OutputRole::Next));
            }
            outputs.extend([
                Output::named(output::ELSE, OutputRole::Else),
                Output::named(output::NO_ANSWER, OutputRole::NoAnswer),
                Output::named(output::CLOSED, OutputRole::Closed),
            ]);
            outputs
    }
}
