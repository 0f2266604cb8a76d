//! What is known of Meta's platform.

mod components;

pub use components::components;
