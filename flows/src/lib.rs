//! The domain of Waymark: WhatsApp Flow JSON, message templates and messages as lossless text, what it means, what Meta would say
//! about it, how it is edited and what the phone shows.
//!
//! Invariants: nothing here does I/O, reads a clock, draws a random number or awaits. Parsing never
//! fails (it gives a tree and diagnostics), checking never throws. The text is the truth; every model
//! is derived from it.

#[cfg(test)]
// The cases of the rules are read by tests within and without.
extern crate self as flows;

pub mod adviser;
pub mod answers;
pub mod chat;
pub mod check;
pub mod cost;
pub mod diff;
pub mod edit;
pub mod engine;
pub mod expr;
pub mod facts;
pub mod flow;
pub mod forecast;
pub mod gallery;
pub mod journey;
pub mod json;
pub mod languages;
pub mod message;
pub mod migrate;
pub mod mirror;
mod named;
pub mod preview;
pub mod project;
pub mod sending;
pub mod simulate;
pub mod template;
pub mod window;
