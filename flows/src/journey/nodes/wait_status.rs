//! The last message that was sent is delivered or read.

use serde::{Deserialize, Serialize};

use super::{Kind, Output, OutputRole, output};
use crate::journey::Length;

/// The last message that was sent is delivered or read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WaitStatus {
    /// Which of the two.
    pub status: Awaited,
    /// How long it waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timeout: Option<Length>,
}

/// What is waited for of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Awaited {
    /// It is on the phone.
    Delivered,
    /// It was read. Read receipts that are switched off never tell.
    Read,
}

impl Kind for WaitStatus {
    fn outputs(&self) -> Vec<Output> {
        vec![
            Output::named(output::NEXT, OutputRole::Next),
            Output::named(output::NO_ANSWER, OutputRole::NoAnswer),
        ]
    }
}
