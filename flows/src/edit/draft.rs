//! A document while one edit is being made: small steps, one diff at the end.

use std::sync::Arc;

use serde_json::Value;

use super::Position;
use super::change::{Change, Moved, Renamed};
use super::diff::Diff;
use super::document::{Document, Parts};
use super::error::EditError;
use super::notes;
use super::view::{ScreenNode, screens};
use crate::facts;
use crate::json::{Node, Pointer, TextEdit, Tree, edits};

/// The steps read the tree as the steps before left it.
#[derive(Debug)]
pub(super) struct Draft<'d> {
    before: &'d Document,
    now: Parts,
    diff: Diff,
    /// Where the eye goes after the edit.
    pub(super) focus: Option<Pointer>,
    /// Where the eye goes when it is taken back.
    pub(super) focus_back: Option<Pointer>,
}

impl<'d> Draft<'d> {
    pub(super) fn new(before: &'d Document) -> Self {
        Self { before, now: before.parts(), diff: Diff::default(), focus: None, focus_back: None }
    }

    pub(super) fn tree(&self) -> &Tree {
        &self.now.tree
    }

    /// Changes the text. The edits count in the text as it is, and must not overlap.
    pub(super) fn commit(&mut self, mut edits: Vec<TextEdit>) {
        edits.sort_by_key(|edit| edit.span);
        for edit in edits.iter().rev() {
            self.diff.push(edit.span.start, edit.span.of(self.now.tree.text()), &edit.text);
        }
        self.now.tree.apply(&edits);
    }

    /// The value at a pointer.
    pub(super) fn at(&self, at: &Pointer) -> Result<Node<'_>, EditError> {
        self.now.tree.at(at).ok_or_else(|| EditError::Gone { at: at.clone() })
    }

    pub(super) fn set(&mut self, at: &Pointer, key: &str, value: &Value) -> Result<(), EditError> {
        let edits = edits::set_member(self.at(at)?, key, value)?;
        self.commit(edits);
        Ok(())
    }

    /// Removes a member when it is there.
    pub(super) fn unset(&mut self, at: &Pointer, key: &str) -> Result<(), EditError> {
        let object = self.at(at)?;
        if object.get(key).is_some() {
            let edits = edits::remove_member(object, key)?;
            self.commit(edits);
        }
        Ok(())
    }

    pub(super) fn replace(&mut self, at: &Pointer, value: &Value) -> Result<(), EditError> {
        let edits = edits::replace_value(self.at(at)?, value);
        self.commit(edits);
        Ok(())
    }

    pub(super) fn insert(&mut self, list: &Pointer, index: usize, values: &[Value]) -> Result<(), EditError> {
        let edits = edits::insert_items(self.at(list)?, index, values)?;
        self.commit(edits);
        Ok(())
    }

    pub(super) fn remove(&mut self, list: &Pointer, indices: &[usize]) -> Result<(), EditError> {
        let edits = edits::remove_items(self.at(list)?, indices)?;
        self.commit(edits);
        Ok(())
    }

    /// The screen of this id, when it is the only one.
    pub(super) fn screen(&self, id: &str) -> Result<ScreenNode<'_>, EditError> {
        only_screen(self.tree(), id)
    }

    pub(super) fn position(&self, screen: &str) -> Option<Position> {
        self.now.positions.get(screen).copied()
    }

    pub(super) fn place(&mut self, screen: &str, at: Option<Position>) {
        match at {
            Some(at) => self.now.positions.insert(screen.to_owned(), at),
            None => self.now.positions.remove(screen),
        };
    }

    pub(super) fn notes(&self) -> &notes::Notes {
        &self.now.notes
    }

    /// Keeps a note, or drops it.
    pub(super) fn note(&mut self, at: &Pointer, value: Option<&Value>) {
        notes::put(Arc::make_mut(&mut self.now.notes), at, value);
    }

    pub(super) fn set_name(&mut self, name: &str) {
        name.clone_into(&mut self.now.name);
    }

    /// The new document and what leads to it.
    pub(super) fn finish(self, title: String) -> Result<(Document, Change), EditError> {
        if self.now.tree.text().len() > facts::limits().file_bytes as usize
            && self.now.tree.text().len() > self.before.text().len()
        {
            return Err(EditError::TooLarge);
        }
        let (before, after) = (self.before.positions(), &self.now.positions);
        let mut positions = Vec::new();
        for screen in before.keys().chain(after.keys().filter(|key| !before.contains_key(*key))) {
            let (before, after) = (before.get(screen).copied(), after.get(screen).copied());
            if before != after {
                positions.push(Moved { screen: screen.clone(), before, after });
            }
        }
        let noted = notes::differences(self.before.shared_notes(), &self.now.notes);
        let grows = |noted: &notes::Noted| noted.after.as_ref().map_or(0, notes::size);
        if !noted.is_empty()
            && noted.iter().map(grows).sum::<usize>() > 0
            && self.now.notes.values().map(notes::size).sum::<usize>() > notes::MAX_BYTES
        {
            return Err(EditError::TooLarge);
        }
        let name = (self.before.name() != self.now.name)
            .then(|| Renamed { before: self.before.name().to_owned(), after: self.now.name.clone() });
        let change = Change {
            title,
            text: self.diff.finish(),
            positions,
            notes: noted,
            name,
            focus: self.focus,
            focus_back: self.focus_back,
        };
        Ok((self.before.advanced(self.now), change))
    }
}

/// The screen of this id, when it is the only one.
pub(super) fn only_screen<'t>(tree: &'t Tree, id: &str) -> Result<ScreenNode<'t>, EditError> {
    let mut same = screens(tree).into_iter().filter(|s| s.node.get("id").is_some_and(|n| n.is_str(id)));
    let first = same.next().ok_or_else(|| EditError::NoScreen(id.to_owned()))?;
    match same.next() {
        None => Ok(first),
        Some(_) => Err(EditError::DoubleScreen(id.to_owned())),
    }
}
