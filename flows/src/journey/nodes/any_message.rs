//! The person writes or taps anything that no waiting question and no other start of any journey takes up.

use serde::{Deserialize, Serialize};

use super::Kind;

/// The person writes or taps anything that no waiting question and no other start of any journey takes up. It does not hear
/// that somebody wants no more messages, nor anything while somebody of the business has taken over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AnyMessage {}

impl Kind for AnyMessage {}
