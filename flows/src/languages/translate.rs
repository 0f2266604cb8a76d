//! The Flow JSON in another language.

use serde_json::Value;

use super::texts::{Found, found};
use super::words;
use crate::edit::Notes;
use crate::json::edits::{apply_edits, to_text};
use crate::json::{TextEdit, Tree};

/// The text of the Flow in a language. Only strings with a translation differ; all else is byte for byte the
/// same, and what has no translation stays in the original language.
pub fn translated(tree: &Tree, notes: &Notes, tag: &str) -> String {
    let words = words(notes, tag);
    let mut edits: Vec<TextEdit> = found(tree)
        .iter()
        .filter_map(|Found { node, sentence, .. }| {
            let written = sentence.write(words.get(&sentence.text)?);
            let same = node.is_str(&written);
            (!same).then(|| TextEdit { span: node.span(), text: to_text(&Value::String(written)) })
        })
        .collect();
    edits.sort_by_key(|edit| edit.span);
    apply_edits(tree.text(), &edits)
}
