//! What the promises need: where the built programs are, and the harness that drives the real window.

pub mod desktop;
pub mod measure;
pub mod place;
pub mod screen;
