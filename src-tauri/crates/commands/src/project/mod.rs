//! Everything of the workspace as a project: a folder of readable files, or one zipped file; and back.

mod contents;
mod export;
mod import;

pub use contents::contents;
pub use export::{export, export_journey};
pub use import::import;

pub(crate) use import::take_in;

use store::project::Trouble;

use crate::wire::{Code, Error};

/// Where the workspace keeps what its project is called.
const NAME: &str = "project_name";

impl From<Trouble> for Error {
    fn from(trouble: Trouble) -> Self {
        use flows::project::ProjectError;
        match trouble {
            Trouble::Store(error) => error.into(),
            Trouble::Project(error @ ProjectError::Newer { .. }) => {
                Self::new(Code::NewerFormat, error.to_string())
            }
            other => Self::new(Code::BadFile, other.to_string()),
        }
    }
}
