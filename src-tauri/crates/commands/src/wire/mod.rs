//! Requests and answers as they cross to the UI. Declared once, here; TypeScript is generated from them.

mod account;
mod error;
mod gallery;
mod project;
mod publish;

pub use account::*;
pub use error::*;
pub use gallery::*;
pub use project::*;
pub use publish::*;
