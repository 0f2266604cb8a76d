//! The person's last message is marked as read, and they see that an answer is being typed.

use serde::{Deserialize, Serialize};

use super::Kind;
use crate::journey::Length;

/// The person's last message is marked as read, and they see that an answer is being typed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Typing {
    /// How long.
    #[serde(default)]
    pub lasts: Length,
}

impl Kind for Typing {}
