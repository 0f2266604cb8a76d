//! Another journey is gone through, from where it is started by hand; then this one goes on.

use serde::{Deserialize, Serialize};

use super::Kind;
use crate::journey::JourneyName;

/// Another journey is gone through, from where it is started by hand; then this one goes on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Call {
    /// Which one.
    pub journey: JourneyName,
}

impl Kind for Call {}
