//! The simulation: the engine under a clock of its own, with people who answer, or do not.

use serde::{Deserialize, Serialize};

use crate::engine::{Event, Moment, Person};

/// All that happens to one person from outside. Played again it gives the same transcript.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Script {
    /// Whom.
    pub person: Person,
    /// What happens, in order of time. Timers fire by themselves.
    pub events: Vec<(Moment, Event)>,
}
