//! What can be taken back and brought again.

use serde::{Deserialize, Serialize};

use super::change::Change;
use super::document::Document;
use crate::mirror::{History, HistoryEntry};

/// One step as it was made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// What it changed.
    pub change: Change,
    /// When, in milliseconds since 1970 (UTC).
    pub at: i64,
    /// Steps with the same key, one after the other, become one: typing in one field, nudging one card.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gesture: Option<String>,
}

/// Whether a step stands by itself in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recorded {
    /// A new entry.
    New,
    /// Became part of the last entry, which is to be stored anew.
    Merged,
    /// Together with the last entry nothing differs any more: that entry is gone.
    Vanished,
}

/// The steps of one Flow, oldest first, and how many of them are made.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Timeline {
    done: Vec<Step>,
    /// Taken back, the next to bring again last.
    undone: Vec<Step>,
}

/// Entries the undo and redo list show; older ones can still be reached step by step.
const SHOWN: usize = 200;

impl Timeline {
    /// A list as it was stored: made steps oldest first, taken back ones in the order they would come again.
    pub fn new(done: Vec<Step>, mut undone: Vec<Step>) -> Self {
        undone.reverse();
        Self { done, undone }
    }

    /// Adds a step that was just made; what had been taken back is forgotten. An empty change is none.
    pub fn record(&mut self, step: Step) -> Recorded {
        self.undone.clear();
        let continues = |last: &mut Step| step.gesture.is_some() && last.gesture == step.gesture;
        let Some(last) = self.done.pop_if(continues) else {
            self.done.push(step);
            return Recorded::New;
        };
        let change = last.change.then(&step.change);
        if change.is_empty() {
            return Recorded::Vanished;
        }
        self.done.push(Step { change, at: step.at, gesture: step.gesture });
        Recorded::Merged
    }

    /// Ends the gesture: the next step stands by itself.
    pub fn end_gesture(&mut self) {
        if let Some(last) = self.done.last_mut() {
            last.gesture = None;
        }
    }

    /// The last step that can be taken back.
    pub fn last(&self) -> Option<&Step> {
        self.done.last()
    }

    /// Takes the last step back. `None` when there is none.
    pub fn undo(&mut self, document: &Document) -> Option<(Document, Change)> {
        let change = self.done.last()?.change.inverse();
        let before = change.replay(document).ok()?;
        self.undone.extend(self.done.pop());
        Some((before, change))
    }

    /// Brings back the step taken back last. `None` when there is none.
    pub fn redo(&mut self, document: &Document) -> Option<(Document, Change)> {
        let change = self.undone.last()?.change.clone();
        let after = change.replay(document).ok()?;
        self.done.extend(self.undone.pop().map(|step| Step { gesture: None, ..step }));
        Some((after, change))
    }

    /// Goes several steps at once (negative: back), as far as there are. Gives the changes as one.
    pub fn go(&mut self, document: &Document, steps: i32) -> Option<(Document, Change)> {
        let mut all: Option<(Document, Change)> = None;
        for _ in 0..steps.unsigned_abs() {
            let now = all.as_ref().map_or(document, |(document, _)| document);
            let next = if steps < 0 { self.undo(now) } else { self.redo(now) };
            let Some((document, change)) = next else { break };
            all = Some(match all {
                Some((_, before)) => (document, before.then(&change)),
                None => (document, change),
            });
        }
        all
    }

    /// How many steps can be taken back and brought again.
    pub fn depth(&self) -> (usize, usize) {
        (self.done.len(), self.undone.len())
    }

    /// Moves so many steps (negative: back) without a document: the journal's replay has already been there.
    /// Gives whether there were so many.
    pub fn skip(&mut self, steps: i32) -> bool {
        for _ in 0..steps.unsigned_abs() {
            let moved = if steps < 0 {
                self.done.pop().map(|step| self.undone.push(step))
            } else {
                self.undone.pop().map(|step| self.done.push(Step { gesture: None, ..step }))
            };
            if moved.is_none() {
                return false;
            }
        }
        true
    }

    /// The names, for the undo and redo list.
    pub fn names(&self) -> History {
        let entry = |step: &Step| HistoryEntry { name: step.change.title.clone(), at: step.at.to_string() };
        let shown = |steps: &[Step]| steps.iter().rev().take(SHOWN).map(entry).collect();
        History { undo: shown(&self.done), redo: shown(&self.undone) }
    }
}
