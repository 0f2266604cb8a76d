//! Texts as the phone shows them: blocks of runs.

use serde::{Deserialize, Serialize};

use super::view::Picture;

/// One block of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "type", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Block {
    /// Running text.
    Paragraph {
        /// Its text; line breaks are `\n`.
        runs: Vec<Run>,
    },
    /// `#` or `##` in a `RichText`.
    Heading {
        /// 1 heading, 2 subheading.
        level: u8,
        /// Its text.
        runs: Vec<Run>,
    },
    /// A list, one level deep.
    List {
        /// Number of the first item; none for bullets.
        start: Option<u32>,
        /// Its items.
        items: Vec<Vec<Run>>,
    },
    /// A picture in a `RichText`.
    Image {
        /// The picture.
        picture: Picture,
    },
    /// A table in a `RichText`.
    Table {
        /// The tinted first row, a list of runs a cell.
        header: Vec<Vec<Run>>,
        /// The other rows, each as long as the header.
        rows: Vec<Vec<Vec<Run>>>,
    },
}

/// A stretch of text in one style.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Run {
    /// The letters.
    pub text: String,
    /// Bold.
    pub bold: bool,
    /// Slanted.
    pub italic: bool,
    /// Struck through.
    pub strike: bool,
    /// Where a press leads, `https` only; none for plain text.
    pub link: Option<String>,
}
