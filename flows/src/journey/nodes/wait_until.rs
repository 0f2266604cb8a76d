//! Time passes until the next such time of day in the person's zone. It is never the same moment: at 09:00, nine
//! o'clock is tomorrow's.

use serde::{Deserialize, Serialize};

use super::Kind;
use crate::journey::{Clock, Weekday};

/// Time passes until the next such time of day in the person's zone. It is never the same moment: at 09:00, nine
/// o'clock is tomorrow's.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WaitUntil {
    /// The time of day.
    pub time: Clock,
    /// Only on these days; none: on any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub on: Vec<Weekday>,
}

impl Kind for WaitUntil {}
