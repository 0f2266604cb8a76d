//! What is odd about a translation.

use serde::{Deserialize, Serialize};

use super::Text;
use crate::expr::binding;

/// Something odd about a translation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Doubt {
    /// Longer than the phone shows.
    TooLong {
        /// Characters it has.
        length: u32,
        /// Characters there is room for.
        limit: u32,
    },
    /// A piece of the original is missing: what it stands for would not be said.
    Missing {
        /// The piece.
        piece: String,
    },
    /// A binding that the original has not: customers would read it as it is written.
    Unknown {
        /// The binding.
        piece: String,
    },
}

/// What is odd about the translation of a text. No translation has no doubts.
pub(super) fn doubts(text: &Text, words: &str) -> Vec<Doubt> {
    if words.trim().is_empty() {
        return Vec::new();
    }
    let length = u32::try_from(words.chars().count()).unwrap_or(u32::MAX);
    let long = text.limit.filter(|limit| length > *limit).map(|limit| Doubt::TooLong { length, limit });
    let missing = text.pieces.iter().filter(|piece| !words.contains(piece.as_str()));
    let unknown = binding::all(words)
        .filter_map(|(place, _)| words.get(place))
        .filter(|piece| !text.pieces.iter().any(|known| known.contains(piece)));
    long.into_iter()
        .chain(missing.map(|piece| Doubt::Missing { piece: piece.clone() }))
        .chain(unknown.map(|piece| Doubt::Unknown { piece: piece.to_owned() }))
        .collect()
}
