use flows::check::DocumentKind;
use serde::{Deserialize, Serialize};

/// How a project lies on the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum ProjectForm {
    /// One zipped file.
    File,
    /// A folder of readable files.
    Folder,
}

/// What a project holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct ProjectSummary {
    /// What it was last saved as; empty when it never was.
    pub name: String,
    /// Number of journeys.
    pub journeys: u32,
    /// Number of Flows.
    pub flows: u32,
    /// Number of templates, each language for itself.
    pub templates: u32,
    /// Number of messages.
    pub messages: u32,
    /// Number of pictures and files.
    pub media: u32,
}

/// A project that was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct ProjectTaken {
    /// What it is called.
    pub name: String,
    /// Its documents, in its order.
    pub documents: Vec<TakenDocument>,
    /// What did not come in, or is not there.
    pub left: Vec<LeftOut>,
}

/// A document of a project that was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct TakenDocument {
    /// What it is.
    pub kind: DocumentKind,
    /// What it is called here.
    pub name: String,
    /// What it is called in the project, when that is something else.
    pub was: Option<String>,
    /// How it came.
    pub comes: Comes,
    /// Its id here, when it came in.
    pub id: Option<String>,
}

/// How a document came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Comes {
    /// As it is called.
    New,
    /// Under a new name: of templates at Meta.
    Renamed,
    /// Not at all: the same one was here.
    Here,
}

/// What of a project did not come in, or is not there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "type")]
pub enum LeftOut {
    /// A file that belongs to nothing.
    File {
        /// Its path.
        path: String,
    },
    /// A member that this version does not know.
    Member {
        /// The file it stands in.
        file: String,
        /// The member.
        member: String,
    },
    /// A picture or file that a document shows and that is not there.
    Missing {
        /// The document's file.
        file: String,
        /// The name of the picture.
        name: String,
    },
    /// A picture or file that no document shows.
    Unused {
        /// Its name.
        name: String,
    },
}
