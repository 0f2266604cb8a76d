//! Somebody of the business starts it, or another journey calls it.

use serde::{Deserialize, Serialize};

use super::Kind;

/// Somebody of the business starts it, or another journey calls it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Manual {
    /// Only people who agreed to marketing messages come in.
    #[serde(default)]
    pub with_consent: bool,
}

impl Kind for Manual {}
