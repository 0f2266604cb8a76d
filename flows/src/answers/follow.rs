//! How samples follow their screens. What a note says beside is kept as it is.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::NOTES;
use crate::edit::Notes;
use crate::json::Pointer;

/// A note about answers, as far as a screen is concerned.
struct Note<'n> {
    at: &'n Pointer,
    value: &'n Value,
    /// `back` or `exchange` with the screen that asks, and the rest of the name.
    asking: Option<(String, String, Vec<String>)>,
}

impl Note<'_> {
    /// The screen of the answer.
    fn leads_to(&self) -> Option<&str> {
        self.value.get("screen").and_then(Value::as_str)
    }

    /// The name with another screen that asks.
    fn named(&self, ids: &BTreeMap<String, String>) -> Pointer {
        match &self.asking {
            Some((kind, screen, rest)) => {
                let screen = ids.get(screen).unwrap_or(screen);
                let at = Pointer::root().key(NOTES).key(kind).key(screen);
                rest.iter().fold(at, |at, part| at.key(part))
            }
            None => self.at.clone(),
        }
    }

    /// The value with another screen to lead to.
    fn leading(&self, ids: &BTreeMap<String, String>) -> Value {
        let mut value = self.value.clone();
        if let Some(screen) = value.get_mut("screen")
            && let Some(to) = screen.as_str().and_then(|id| ids.get(id))
        {
            *screen = Value::from(to.as_str());
        }
        value
    }
}

fn read(notes: &Notes) -> impl Iterator<Item = Note<'_>> {
    notes.iter().filter_map(|(at, value)| {
        let mut parts = at.tokens();
        if parts.next()? != NOTES {
            return None;
        }
        let kind = parts.next()?.into_owned();
        let asks = matches!(kind.as_str(), "back" | "exchange");
        let asking = parts.next().filter(|_| asks).map(|screen| {
            let rest = parts.map(std::borrow::Cow::into_owned).collect();
            (kind, screen.into_owned(), rest)
        });
        Some(Note { at, value, asking })
    })
}

/// What becomes of each note when screens get other ids: `None`, it is gone. A note that stood under the
/// new id without a screen of that id gives way.
pub(crate) fn renamed(notes: &Notes, ids: &BTreeMap<String, String>) -> Vec<(Pointer, Option<Value>)> {
    let mut gone = Vec::new();
    let mut new = Vec::new();
    for note in read(notes) {
        let (at, value) = (note.named(ids), note.leading(ids));
        if at != *note.at {
            gone.push((note.at.clone(), None));
            new.push((at, Some(value)));
        } else if value != *note.value {
            new.push((at, Some(value)));
        }
    }
    gone.extend(new);
    gone
}

/// Notes that go with screens: what these are asked, and answers that lead to them.
pub(crate) fn forgotten(notes: &Notes, screens: &BTreeSet<String>) -> Vec<Pointer> {
    let concerned = read(notes).filter(|note| {
        note.asking.as_ref().is_some_and(|(_, screen, _)| screens.contains(screen))
            || note.leads_to().is_some_and(|screen| screens.contains(screen))
    });
    concerned.map(|note| note.at.clone()).collect()
}

/// Notes for copies of screens, by the new id of each: they answer the same and lead to the copies.
pub(crate) fn copied(notes: &Notes, ids: &BTreeMap<String, String>) -> Vec<(Pointer, Value)> {
    let of_a_copy = read(notes)
        .filter(|note| note.asking.as_ref().is_some_and(|(_, screen, _)| ids.contains_key(screen)));
    of_a_copy.map(|note| (note.named(ids), note.leading(ids))).collect()
}
