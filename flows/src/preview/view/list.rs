//! What stands in lists: options, rows, pictures.

use serde::{Deserialize, Serialize};

use crate::json::Pointer;

/// One option.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Choice {
    /// Acts name it by this.
    pub id: String,
    /// Its words.
    pub title: String,
    /// Below the title.
    pub description: Option<String>,
    /// At the end.
    pub metadata: Option<String>,
    /// It reacts.
    pub enabled: bool,
    /// It is chosen.
    pub selected: bool,
    /// A picture or a colour at the start.
    pub media: Option<Media>,
}

/// What stands at the start of an option.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Media {
    /// A picture.
    Image {
        /// The picture.
        picture: Picture,
    },
    /// A colour, `#RRGGBB`.
    Color {
        /// The colour.
        color: String,
    },
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Picture {
    /// A `data:` address; none: the phone shows a grey placeholder.
    pub src: Option<String>,
    /// What it shows, for those who do not see it.
    pub alt: String,
}

/// Size of the pictures of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum MediaSize {
    /// `regular`.
    #[default]
    Regular,
    /// `large`.
    Large,
}

/// How a picture fills its box.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    /// Whole, with empty edges.
    #[default]
    Contain,
    /// Full, cut at the edges.
    Cover,
}

/// One row of a navigation list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ListItem {
    /// Acts name it by this.
    pub id: String,
    /// The row in the text; none when the rows come from data.
    pub pointer: Option<Pointer>,
    /// Its words.
    pub title: String,
    /// Below the title.
    pub description: Option<String>,
    /// Below the description.
    pub metadata: Option<String>,
    /// Picture at the start.
    pub start: Option<Picture>,
    /// Words at the end.
    pub end: Option<ListEnd>,
    /// A mark in place of the tags.
    pub badge: Option<String>,
    /// Small pills.
    pub tags: Vec<String>,
    /// It reacts.
    pub enabled: bool,
}

/// Words at the end of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ListEnd {
    /// First line.
    pub title: Option<String>,
    /// Second line.
    pub description: Option<String>,
    /// Last line.
    pub metadata: Option<String>,
}
