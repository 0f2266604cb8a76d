//! What the store promises, tried from outside.

mod backup;
mod bad_places;
mod crash;
mod journal;
mod race;
mod support;
