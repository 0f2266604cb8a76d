//! What an edit did, as a diff. Undo and redo are derived from it, here and nowhere else.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Position;
use super::diff::{Diff, TextDiff};
use super::document::Document;
use super::notes::{Noted, put};
use crate::json::{Pointer, Span};

/// What one step changed. It replays exactly: the same change on the same document gives the same bytes.
/// Kept as JSON in the journal.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Change {
    /// What the undo list calls it, for example: delete 'Ask size'.
    pub title: String,
    /// Replaced stretches of the text, by place, not overlapping.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub text: Vec<TextDiff>,
    /// Cards that moved, by screen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub positions: Vec<Moved>,
    /// Notes that changed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Noted>,
    /// New name of the Flow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Renamed>,
    /// Where the eye goes after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub focus: Option<Pointer>,
    /// Where the eye goes when it is taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub focus_back: Option<Pointer>,
}

/// One card's place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Moved {
    /// The screen, as the mirror names it.
    pub screen: String,
    /// `None`: the map placed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Position>,
    /// `None`: the map places it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Position>,
}

/// The Flow's name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Renamed {
    /// Before.
    pub before: String,
    /// After.
    pub after: String,
}

/// A change was made on another text than this one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this step does not fit the Flow as it is now")]
pub struct DoesNotFit;

impl Change {
    /// Whether nothing would differ.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.positions.is_empty() && self.notes.is_empty() && self.name.is_none()
    }

    /// The change that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let mut shift: i64 = 0;
        let text = self.text.iter().map(|diff| {
            let at = u32::try_from(i64::from(diff.at) + shift).unwrap_or(0);
            shift += diff.grown();
            TextDiff { at, removed: diff.inserted.clone(), inserted: diff.removed.clone() }
        });
        let positions = self.positions.iter().map(|moved| Moved {
            screen: moved.screen.clone(),
            before: moved.after,
            after: moved.before,
        });
        let notes = self.notes.iter().map(|noted| Noted {
            at: noted.at.clone(),
            before: noted.after.clone(),
            after: noted.before.clone(),
        });
        Self {
            title: self.title.clone(),
            text: text.collect(),
            positions: positions.collect(),
            notes: notes.collect(),
            name: self.name.as_ref().map(|n| Renamed { before: n.after.clone(), after: n.before.clone() }),
            focus: self.focus_back.clone(),
            focus_back: self.focus.clone(),
        }
    }

    /// This change and the next one as a single step, under this one's title.
    #[must_use]
    pub fn then(self, next: &Self) -> Self {
        let mut diff = Diff::from_list(self.text);
        // From the end, so that the offsets of those still to come stay right.
        for piece in next.text.iter().rev() {
            diff.push(piece.at, &piece.removed, &piece.inserted);
        }
        let mut positions = self.positions;
        for moved in &next.positions {
            match positions.iter_mut().find(|known| known.screen == moved.screen) {
                Some(known) => known.after = moved.after,
                None => positions.push(moved.clone()),
            }
        }
        positions.retain(|moved| moved.before != moved.after);
        let mut notes = self.notes;
        for noted in &next.notes {
            match notes.iter_mut().find(|known| known.at == noted.at) {
                Some(known) => known.after.clone_from(&noted.after),
                None => notes.push(noted.clone()),
            }
        }
        notes.retain(|noted| noted.before != noted.after);
        let name = match (self.name, &next.name) {
            (Some(first), Some(second)) => {
                Some(Renamed { before: first.before, after: second.after.clone() })
            }
            (first, second) => first.or_else(|| second.clone()),
        };
        Self {
            title: self.title,
            text: diff.finish(),
            positions,
            notes,
            name: name.filter(|renamed| renamed.before != renamed.after),
            focus: next.focus.clone(),
            focus_back: self.focus_back,
        }
    }

    /// Makes the change on a document: what an edit did, what undo takes back, what the journal replays.
    pub fn replay(&self, document: &Document) -> Result<Document, DoesNotFit> {
        let text = document.text();
        let mut free = 0;
        for diff in &self.text {
            let Span { start, end } = diff.span();
            let here = text.get(start as usize..end as usize);
            if start < free || here != Some(diff.removed.as_str()) {
                return Err(DoesNotFit);
            }
            free = end;
        }
        let mut next = document.parts();
        next.tree.apply(&self.text.iter().map(TextDiff::to_edit).collect::<Vec<_>>());
        for moved in &self.positions {
            match moved.after {
                Some(at) => next.positions.insert(moved.screen.clone(), at),
                None => next.positions.remove(&moved.screen),
            };
        }
        if !self.notes.is_empty() {
            let notes = Arc::make_mut(&mut next.notes);
            self.notes.iter().for_each(|noted| put(notes, &noted.at, noted.after.as_ref()));
        }
        if let Some(renamed) = &self.name {
            next.name.clone_from(&renamed.after);
        }
        Ok(document.advanced(next))
    }
}
