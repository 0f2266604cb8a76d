//! What the phone shows.

mod act;
mod render;
mod screens;

pub use act::act;
pub use render::render;
pub use screens::screens;
