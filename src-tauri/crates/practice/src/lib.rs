//! The practice account: a Graph API on this computer that keeps Flows as Meta does, with Meta's states and
//! errors, so that everything works without an account and without a network.
//!
//! Invariants: it listens on 127.0.0.1 alone, answers only requests that name that address as their host and
//! carry the token of this run, and never opens a connection itself. What a Flow may do next is decided in
//! [`account`] alone; the rest translates between HTTP and that.

pub mod account;
mod door;
mod fault;
mod keep;
mod refusal;
mod serve;
mod validate;

pub use fault::{Fault, Faults, Moment, Planned};
pub use keep::{Keep, KeepError, peek};
pub use serve::{Error, Running, Settings, start};
