//! Publishing, from the command to the account, against the practice account that fails when told to.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // test code

mod accounts;
mod follow;
mod interrupted;
mod journeys;
mod languages;
mod limits;
mod outcomes;
mod rig;
mod template_plans;
mod templates;
mod trials;
