//! The person writes for the first time, whatever they say.

use serde::{Deserialize, Serialize};

use super::Kind;

/// The person writes for the first time, whatever they say.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FirstMessage {}

impl Kind for FirstMessage {}
