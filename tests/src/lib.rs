//! What the promises need: where the built programs are, and the harness that drives the real window.

#![allow(clippy::panic, clippy::expect_used, reason = "test code: a harness that cannot go on ends the test")]

pub mod desktop;
pub mod measure;
pub mod place;
pub mod screen;
