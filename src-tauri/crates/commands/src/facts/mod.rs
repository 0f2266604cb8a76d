//! What is known of Meta's platform.

mod components;
mod messages;

pub use components::components;
pub use messages::messages;
