//! What changed between two texts of a Flow, a template or a journey, as a shop owner reads it: by screens, parts and their words.
//!
//! Invariants: two texts that mean the same (spacing and the order of members apart) differ in nothing; two
//! that do not differ in at least one thing. Screens are the same by id, inputs by name, other parts by their
//! kind and what they say, in order.

mod journey;
mod message;
mod part;
mod parts;
mod screens;
mod template;
pub(crate) mod words;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::json::Tree;

use crate::check::DocumentKind;

pub use journey::{JourneyChanges, StepChange, StepChanged, WayChange, journey_changes, journey_differences};
pub use part::Part;
use template::says;
pub use template::{Before, CATEGORY, template_differences};

/// A readable difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Difference {
    /// Where, in plain words: Screen "Your details", label of "Preferred day".
    pub place: String,
    /// The same place step by step, for words of one's own; empty where only `place` tells it.
    pub parts: Vec<Part>,
    /// What is live; none when it is new.
    pub before: Option<String>,
    /// What will be live; none when it goes away.
    pub after: Option<String>,
}

impl Difference {
    /// At a place of a Flow.
    pub fn new(place: impl Into<String>, before: Option<String>, after: Option<String>) -> Self {
        Self { place: place.into(), parts: Vec::new(), before, after }
    }

    /// At a place of a template or a message.
    fn at(parts: Vec<Part>, before: Option<String>, after: Option<String>) -> Self {
        Self { place: part::line(&parts), parts, before, after }
    }
}

/// Differences between two texts of one document that both were written here. Whatever differs is told,
/// also a template's name and language; spacing and the order of members are no differences.
pub fn version_differences(kind: DocumentKind, before: &str, after: &str) -> Vec<Difference> {
    let (old, new) = (Tree::parse(before), Tree::parse(after));
    if old.error().is_some() || new.error().is_some() {
        if before == after {
            return Vec::new();
        }
        let text = |text: &str| Some(text.to_owned());
        return vec![Difference::at(vec![Part::Technical], text(before), text(after))];
    }
    let (old, new) = (old.root().to_value(), new.root().to_value());
    if old == new {
        return Vec::new();
    }
    let mut found = Vec::new();
    match kind {
        DocumentKind::Template => found = template_differences(before, after, Before::Kept),
        DocumentKind::Message => message::compare(&old, &new, &mut found),
        DocumentKind::Journey => found = journey_differences(before, after),
        DocumentKind::Flow => screens::compare(&old, &new, &mut found),
    }
    if found.is_empty() {
        // The order of parts, or something that is told of nowhere else.
        found.push(whole());
    }
    found
}

/// Differences from one text to another, in the order of the screens.
pub fn differences(before: &str, after: &str) -> Vec<Difference> {
    let (old, new) = (Tree::parse(before), Tree::parse(after));
    if old.error().is_some() || new.error().is_some() {
        // What cannot be read is compared as it stands.
        return if before == after { Vec::new() } else { vec![whole()] };
    }
    let (old, new) = (old.root().to_value(), new.root().to_value());
    if old == new {
        return Vec::new();
    }
    let mut found = Vec::new();
    screens::compare(&old, &new, &mut found);
    if found.is_empty() {
        found.push(whole());
    }
    found
}

/// Whether two texts mean the same to Meta.
pub fn same(before: &str, after: &str) -> bool {
    before == after || differences(before, after).is_empty()
}

fn whole() -> Difference {
    Difference::at(vec![Part::Technical], None, None)
}

/// Notes a difference between two values at a place, when there is one.
fn note(
    place: impl FnOnce() -> String,
    before: Option<&Value>,
    after: Option<&Value>,
    found: &mut Vec<Difference>,
) {
    if before != after {
        let (before, after) = words::pair(before, after);
        found.push(Difference::new(place(), before, after));
    }
}

#[cfg(test)]
mod tests;
