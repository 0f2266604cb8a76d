//! The person writes one of these words.

use serde::{Deserialize, Serialize};

use super::Kind;

/// The person writes one of these words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Keyword {
    /// The words or sentences; upper and lower case, accents and spaces at the ends do not matter.
    pub words: Vec<String>,
    /// A letter wrong in a short word and two in a long one are forgiven.
    #[serde(default = "yes")]
    pub typos: bool,
}

const fn yes() -> bool {
    true
}

impl Kind for Keyword {}
