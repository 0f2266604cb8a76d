//! Requests and answers as they cross to the UI. Declared once, here; TypeScript is generated from them.

mod account;
mod error;
mod event;
mod gallery;
mod journey;
mod language;
mod message;
mod project;
mod project_file;
mod publish;
mod settings;
mod trial;

pub use account::*;
pub use error::*;
pub use event::*;
pub use gallery::*;
pub use journey::*;
pub use language::*;
pub use message::*;
pub use project::*;
pub use project_file::*;
pub use publish::*;
pub use settings::*;
pub use trial::*;
