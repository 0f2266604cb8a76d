//! The simulation: the engine under a clock of its own, with people who answer, or do not.
//!
//! [`play`] lets a script happen. What people and systems do comes before the timers of the same instant. Where a system is
//! asked and the script has no answer to just that ([`Event::Answered`] with its run and wait), the first sample of the node
//! answers in the same instant; a node without samples, and a sample without a result, fail. Delivered and
//! read come from the script alone.
//!
//! [`perform`] has a person of a kind ([`Persona`]) answer, and tells what they did as a script. A run is kept as a test by
//! [`record`] and looked at again by [`check`]: it has to come as it came, or what its owner says of it ([`Assertion`]) has to
//! be so, or both. Several people under one clock have a script each; nothing is between them but the journeys.

mod assertion;
mod begin;
mod case;
mod cost;
mod drive;
mod persona;
mod seen;

pub use assertion::{Asserted, Assertion};
pub use begin::{MONDAY, begin, somebody, somebody_for};
pub use case::{Case, Difference, Other, check, check_priced, record, untimed};
pub(crate) use cost::of as cost_of;
pub use cost::{Prices, RunCost};
pub use persona::{Known, Persona, perform, perform_on};
pub use seen::seen;

use serde::{Deserialize, Serialize};

use crate::engine::{Entry, Event, Moment, Person, State};
use crate::journey::Project;

/// The most entries of a transcript. Ours: a journey that goes round by itself for years ends here.
pub const MOST_ENTRIES: usize = 100_000;

/// All that happens to one person from outside. Played again it gives the same transcript.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Script {
    /// Whom.
    pub person: Person,
    /// What happens, in order of time. Timers fire by themselves, after all else of their instant: what comes after them in it stands
    /// behind an [`Event::Due`].
    pub events: Vec<(Moment, Event)>,
}

/// What came of a script.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Transcript {
    /// What happened, in order.
    pub entries: Vec<Entry>,
    /// Where the person stands at the end.
    pub state: State,
    /// It was cut off at [`MOST_ENTRIES`].
    pub cut: bool,
}

/// Lets a script happen, up to a moment and with it.
pub fn play(project: &Project, script: &Script, until: Moment) -> Transcript {
    drive::drive(project, script.clone(), until, |_, _, _| Vec::new()).1
}
