//! What is kept of a Flow beside its text, for the person who makes it. Nothing of it is published.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::json::Pointer;

/// Notes by name. A name is a pointer whose first part says what kind of note it is; each kind has a module
/// that reads and writes it.
pub type Notes = BTreeMap<Pointer, Value>;

/// Room for all notes of a Flow, in bytes of JSON. Ours: as much as Meta takes for the Flow itself.
pub(super) const MAX_BYTES: usize = 10_000_000;

/// One note that changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Noted {
    /// Its name.
    pub at: Pointer,
    /// `None`: it was not there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Value>,
    /// `None`: it is gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Value>,
}

/// What differs between two states. Nearly every edit leaves the notes as they are, and then none is looked at.
pub(super) fn differences(before: &Arc<Notes>, after: &Arc<Notes>) -> Vec<Noted> {
    if Arc::ptr_eq(before, after) {
        return Vec::new();
    }
    let new = after.keys().filter(|at| !before.contains_key(*at));
    before
        .keys()
        .chain(new)
        .filter(|at| before.get(*at) != after.get(*at))
        .map(|at| Noted { at: at.clone(), before: before.get(at).cloned(), after: after.get(at).cloned() })
        .collect()
}

/// Puts a note, or takes it away.
pub(super) fn put(notes: &mut Notes, at: &Pointer, value: Option<&Value>) {
    match value {
        Some(value) => notes.insert(at.clone(), value.clone()),
        None => notes.remove(at),
    };
}

/// Bytes that a note takes.
pub(super) fn size(value: &Value) -> usize {
    match value {
        Value::String(text) => text.len(),
        Value::Array(items) => items.iter().map(size).sum(),
        Value::Object(members) => members.iter().map(|(key, value)| key.len() + size(value)).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) => 8,
    }
}
