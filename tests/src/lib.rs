//! What the promises need: where the built programs are, the practice account, and the harness that drives the real
//! window.

#![allow(clippy::panic, clippy::expect_used, reason = "test code: a harness that cannot go on ends the test")]

pub mod desktop;
pub mod measure;
pub mod place;
pub mod practice;
pub mod screen;
