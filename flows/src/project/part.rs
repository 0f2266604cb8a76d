//! A part of a project that can be passed on by itself.

use std::collections::BTreeSet;

use super::ProjectDocument;
use super::references::{Named, names};
use crate::check::DocumentKind;

/// A document and all that it names, directly or by others: the journeys it leads to, the Flows they open, the templates they
/// send in all their languages, and the Flows of those. What a name could mean comes along, however often it is there; also what
/// only a step names that is switched off. Gives places among `documents`, in their order; nothing when `from` is none.
pub fn needed(documents: &[ProjectDocument], from: usize) -> Vec<usize> {
    let says: Vec<BTreeSet<(Named, String)>> = documents.iter().map(names).collect();
    let is_called = |index: usize, name: &(Named, String)| {
        let Some(document) = documents.get(index) else { return false };
        match (name.0, document.kind) {
            (Named::Flow, DocumentKind::Flow) | (Named::Journey, DocumentKind::Journey) => {
                document.name == name.1
            }
            // A template names itself, as it is called at Meta
            (Named::Template, DocumentKind::Template) => {
                says.get(index).is_some_and(|own| own.contains(name))
            }
            _ => false,
        }
    };
    let mut found = BTreeSet::new();
    let mut open = vec![from];
    while let Some(index) = open.pop() {
        let Some(own) = says.get(index).filter(|_| found.insert(index)) else { continue };
        let called = |index: &usize| own.iter().any(|name| is_called(*index, name));
        open.extend((0..documents.len()).filter(called));
    }
    found.retain(|index| *index < documents.len());
    found.into_iter().collect()
}
