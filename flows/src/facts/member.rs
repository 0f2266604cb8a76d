//! What the members of an object may be: shared by templates and messages.

use serde::{Deserialize, Serialize};

use super::JsonType;

/// A regular expression of the facts, read once.
#[derive(Debug, Clone, Deserialize)]
#[serde(try_from = "String")]
pub struct Pattern(regex::Regex);

impl TryFrom<String> for Pattern {
    type Error = regex::Error;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        regex::Regex::new(&text).map(Self)
    }
}

impl Pattern {
    /// Whether a text is of that form.
    pub fn is_match(&self, text: &str) -> bool {
        self.0.is_match(text)
    }
}

/// A member of an object.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct MemberFacts {
    /// Meta's name of it.
    pub name: String,
    /// What people call it: "the footer".
    pub words: String,
    /// Types it may have.
    pub types: Vec<JsonType>,
    /// Whether it must be there.
    #[serde(default)]
    pub required: bool,
    /// Most letters (code points) of a text.
    #[specta(type = Option<u32>)]
    pub max: Option<usize>,
    /// Smallest number.
    #[specta(type = Option<i32>)]
    pub min: Option<i64>,
    /// Largest number.
    #[specta(type = Option<i32>)]
    pub max_number: Option<i64>,
    /// Values it may have; empty for any.
    #[serde(default)]
    pub choices: Vec<String>,
    /// Whether it may have other values too: the choices are those that are known.
    #[serde(default)]
    pub open: bool,
    /// Whether a text without letters means something.
    #[serde(default)]
    pub may_be_empty: bool,
    /// Fewest items of an array.
    #[specta(type = Option<u32>)]
    pub min_items: Option<usize>,
    /// Most items of an array.
    #[specta(type = Option<u32>)]
    pub max_items: Option<usize>,
    /// Types of the items of an array; empty for any.
    #[serde(default)]
    pub item_types: Vec<JsonType>,
    /// Members of the items of an array of objects.
    #[serde(default)]
    pub item: Vec<MemberFacts>,
    /// Members of an object.
    #[serde(default)]
    pub members: Vec<MemberFacts>,
    /// For an object, or the objects of an array, that say what they are with `type`: the set of
    /// [`VariantFacts`](super::VariantFacts) that tells their further members.
    pub variants: Option<String>,
}
