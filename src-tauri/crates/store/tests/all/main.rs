//! What the store promises, tried from outside.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail"
)]
#![allow(clippy::cast_possible_truncation, reason = "numbers here are small")]

mod accounts;
mod backup;
mod bad_places;
mod crash;
#[cfg(target_os = "linux")]
mod disk;
#[cfg(target_os = "linux")]
mod faults;
mod journal;
mod kinds;
#[cfg(target_os = "linux")]
mod power;
mod project;
mod race;
#[cfg(target_os = "linux")]
mod recorder;
mod support;
mod versions;
