use flows::edit::Edit;
use flows::json::Pointer;
use serde::{Deserialize, Serialize};

/// Translations that were read from a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TakenWords {
    /// The file's name.
    pub file: String,
    /// The step that takes them in.
    pub edit: Edit,
    /// How many texts it has words for; of a table, those that are new.
    pub words: u32,
    /// Originals of a table that do not stand in the Flow.
    pub unknown: Vec<String>,
    /// Texts that the file says in several ways; the first one is taken.
    pub several: Vec<String>,
    /// Where the file differs in something that is no text; the original's stays.
    pub other: Vec<Pointer>,
}
