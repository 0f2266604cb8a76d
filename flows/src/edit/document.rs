//! A document as it is edited: its text, its name, where its cards stand and what is noted beside.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Notes, Position};
use crate::journey::is_journey;
use crate::json::{Kind, Tree};
use crate::message::is_message;
use crate::template::is_template;

/// A Flow at one moment. The text is the truth; everything else that is known of it is read from there.
#[derive(Debug, Clone)]
pub struct Document {
    tree: Tree,
    name: String,
    positions: BTreeMap<String, Position>,
    notes: Arc<Notes>,
    /// The last text that could be read, while this one cannot.
    last_readable: Option<Arc<Tree>>,
}

impl Document {
    /// A Flow from its text. `positions` are the places of the cards that have one, by screen as the
    /// mirror names it.
    pub fn new(
        name: impl Into<String>,
        text: impl Into<String>,
        positions: BTreeMap<String, Position>,
    ) -> Self {
        Self {
            tree: Tree::parse(text),
            name: name.into(),
            positions,
            notes: Arc::default(),
            last_readable: None,
        }
    }

    /// The same Flow with what is noted beside it.
    #[must_use]
    pub fn with_notes(self, notes: Notes) -> Self {
        Self { notes: Arc::new(notes), ..self }
    }

    /// The text, byte for byte.
    pub fn text(&self) -> &str {
        self.tree.text()
    }

    /// What stands where in the text.
    pub fn tree(&self) -> &Tree {
        &self.tree
    }

    /// The Flow's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Places of cards that somebody put there, by screen.
    pub fn positions(&self) -> &BTreeMap<String, Position> {
        &self.positions
    }

    /// What is noted beside the text.
    pub fn notes(&self) -> &Notes {
        &self.notes
    }

    /// The notes as the next state shares them while nobody changes them.
    pub(super) fn shared_notes(&self) -> &Arc<Notes> {
        &self.notes
    }

    /// Whether the text is JSON with a `screens` array, a journey, a template or a message.
    pub fn is_readable(&self) -> bool {
        is_readable(&self.tree)
    }

    /// The text that can be shown: this one, or the last one that could be read.
    pub fn shown(&self) -> &Tree {
        self.last_readable.as_deref().unwrap_or(&self.tree)
    }

    /// The document after a step. While its text cannot be read, the last readable one is kept for showing.
    pub(super) fn advanced(&self, next: Parts) -> Self {
        let last_readable = if is_readable(&next.tree) {
            None
        } else if self.is_readable() {
            Some(Arc::new(self.tree.clone()))
        } else {
            self.last_readable.clone()
        };
        let Parts { tree, name, positions, notes } = next;
        Self { tree, name, positions, notes, last_readable }
    }

    /// A copy to work on.
    pub(super) fn parts(&self) -> Parts {
        Parts {
            tree: self.tree.clone(),
            name: self.name.clone(),
            positions: self.positions.clone(),
            notes: Arc::clone(&self.notes),
        }
    }
}

/// What a step may change.
#[derive(Debug)]
pub(super) struct Parts {
    pub(super) tree: Tree,
    pub(super) name: String,
    pub(super) positions: BTreeMap<String, Position>,
    pub(super) notes: Arc<Notes>,
}

fn is_readable(tree: &Tree) -> bool {
    let root = tree.root();
    tree.error().is_none()
        && (root.get("screens").is_some_and(|s| s.kind() == Kind::Array)
            || is_journey(root)
            || is_template(root)
            || is_message(root))
}
