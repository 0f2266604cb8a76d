//! The file format of projects: a folder of readable files that lies well in git, or the same in one zipped file.
//!
//! Everything here is about names and bytes: [`Files`] are paths with what is in them, [`Contents`] is what they mean. The
//! format is described in `PROJECT-FORMAT.md`. Whoever reads and writes folders and zip files does it elsewhere, within the
//! [`LIMITS`].
//!
//! Invariants:
//! - A text is kept byte for byte; [`read`] of [`write`] gives what was written, and the same contents give the same bytes.
//! - A path that could lead out of its folder, or that another system could not hold, never becomes one of [`Files`].
//! - What is not understood is named ([`Left`]), never lost in silence.

mod arrive;
mod error;
mod files;
mod manifest;
mod names;
mod part;
mod read;
mod references;
mod write;

#[cfg(test)]
mod page;
#[cfg(test)]
mod tests;

pub use arrive::{Arrival, Arriving, arrive};
pub use error::{BadPath, ProjectError};
pub use files::{Files, LIMITS, Limits, fold, path_of};
pub use manifest::{FORMAT, MANIFEST, VERSION};
pub use names::{ENDING, file_stem};
pub use part::needed;
pub use read::{Left, Read, name_of_project as name_of, owned, read};
pub use references::media_names;
pub use write::write;

use std::collections::BTreeMap;

use serde_json::Value;

use crate::check::DocumentKind;
use crate::edit::{Notes, Position};

/// What is in a project.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Contents {
    /// What its owner calls it.
    pub name: String,
    /// Journeys, Flows, templates and messages; those of a kind in the order they were made.
    pub documents: Vec<ProjectDocument>,
    /// Pictures and files that the documents show as `media:<name>`, by name.
    pub media: BTreeMap<String, Vec<u8>>,
    /// Members of `project.json` that are not known here.
    pub rest: serde_json::Map<String, Value>,
}

/// A document of a project.
#[derive(Debug, Clone, PartialEq)]
pub struct ProjectDocument {
    /// What it is.
    pub kind: DocumentKind,
    /// What it is called.
    pub name: String,
    /// Its text, exactly.
    pub text: String,
    /// Where its cards stand.
    pub places: BTreeMap<String, Position>,
    /// What is kept beside its text: tests, sample answers, words in other languages.
    pub notes: Notes,
}

/// The kinds of documents in the order they are listed, each with its folder.
const FOLDERS: [(DocumentKind, &str); 4] = [
    (DocumentKind::Journey, "journeys"),
    (DocumentKind::Flow, "flows"),
    (DocumentKind::Template, "templates"),
    (DocumentKind::Message, "messages"),
];

/// The folder of pictures and files.
const MEDIA: &str = "media";

/// Names of the folders a project has. Nothing else of a folder is its own, but for [`MANIFEST`].
pub fn folders() -> impl Iterator<Item = &'static str> {
    FOLDERS.into_iter().map(|(_, folder)| folder).chain([MEDIA])
}

fn folder(kind: DocumentKind) -> &'static str {
    FOLDERS.iter().find(|(known, _)| *known == kind).map_or("flows", |(_, folder)| folder)
}
