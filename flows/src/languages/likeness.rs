//! Words that are left over, offered for a text that is like the one they were made for: what an original that
//! was edited leaves behind.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{LeftOver, Text};

/// Two texts this much alike may mean the same. Ours.
const ALIKE: f64 = 0.6;
/// So many characters are compared, and so many pairs. Ours.
const COMPARED: usize = 240;
const PAIRS: usize = 20_000;

/// Left-over words that may fit a text without any.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Suggestion {
    /// Which text.
    pub text: u32,
    /// The text the words were made for.
    pub original: String,
    /// The words.
    pub words: String,
}

/// Pairs of texts and left-overs, the most alike first; each is used once.
pub(super) fn suggestions(
    texts: &[Text],
    words: &BTreeMap<String, &str>,
    left_over: &[LeftOver],
) -> Vec<Suggestion> {
    let start = |text: &str| text.chars().take(COMPARED).collect::<String>();
    let missing: Vec<(u32, String)> = (0_u32..)
        .zip(texts)
        .filter(|(_, text)| !words.contains_key(&text.original))
        .map(|(index, text)| (index, start(&text.original)))
        .collect();
    let mut pairs: Vec<(f64, u32, &LeftOver)> = missing
        .iter()
        .flat_map(|missing| left_over.iter().map(move |left| (missing, left)))
        .take(PAIRS)
        .map(|((index, text), left)| {
            (strsim::normalized_levenshtein(text, &start(&left.original)), *index, left)
        })
        .filter(|(alike, ..)| *alike >= ALIKE)
        .collect();
    pairs.sort_by(|a, b| b.0.partial_cmp(&a.0).unwrap_or(Ordering::Equal).then(a.1.cmp(&b.1)));
    let mut found: Vec<Suggestion> = Vec::new();
    for (_, text, left) in pairs {
        if !found.iter().any(|known| known.text == text || known.original == left.original) {
            let LeftOver { original, words } = left.clone();
            found.push(Suggestion { text, original, words });
        }
    }
    found.sort_by_key(|suggestion| suggestion.text);
    found
}
