//! What messages cost: the rate cards that are built in, and those the user took in.

mod cards;
mod import;

pub(crate) use cards::{Cards, all};
pub use import::import;
