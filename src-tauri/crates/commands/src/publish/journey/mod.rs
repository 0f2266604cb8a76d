//! Journeys in a plan: what they need comes first, and what is published is kept as it was.
//!
//! A journey is published once all its parts are at the account as they are here. Then its text is kept as a version and
//! stands in the books as what is live: the version that new people begin with once journeys run. Nothing runs by that
//! alone.

mod decide;
mod gather;
mod keep;
mod local;

pub(super) use decide::{Parts, decide};
pub(super) use gather::{Gathered, gather};
pub(crate) use keep::KeptPlaces;
pub(super) use keep::keep;
pub(super) use local::LocalJourney;
