//! A message on trial: sent once, to a simulated phone or to a number of one's own, and followed.

mod follow;
mod number;
mod payload;
mod phone;
mod prepare;
mod send;

pub use follow::follow;
pub use phone::phone;
pub use prepare::prepare;
pub use send::send;
