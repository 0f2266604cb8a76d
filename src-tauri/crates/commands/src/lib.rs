//! Every user command, against a Host trait. Knows no Tauri.
//!
//! A command is a function in `<noun>/<verb>.rs` that takes the [`App`], plain arguments and gives a wire type or a
//! wire [`Error`](wire::Error). It either does all it says or leaves no trace.

pub mod account;
mod app;
pub mod flow;
pub mod gallery;
mod host;
pub mod link;
pub mod preview;
pub mod publish;
pub mod settings;
pub mod wire;
pub mod workspace;

pub use app::{App, guard, guard_async, stopping};
pub use host::{FileKind, Host};
