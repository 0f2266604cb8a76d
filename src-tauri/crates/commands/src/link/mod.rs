//! Links that lead out of the app.

mod open;

pub use open::open;
