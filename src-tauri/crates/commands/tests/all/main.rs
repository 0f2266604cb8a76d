//! What the commands promise, tried with a program around them that answers dialogs from a list.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail"
)]

mod arrivals;
mod edits;
mod failures;
mod families;
mod files;
mod images;
mod journey_runs;
mod languages;
mod links;
mod messages;
mod places;
mod preview;
mod projects;
mod support;
mod tours;
mod versions;
