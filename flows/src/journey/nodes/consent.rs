//! The person agreed to marketing messages, or wants no more of them.

use serde::{Deserialize, Serialize};

use super::Kind;

/// The person agreed to marketing messages, or wants no more of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Consent {
    /// Which of the two.
    pub marketing: bool,
}

impl Kind for Consent {}
