//! A document of the workspace with its history: the one way a text changes.

use std::collections::BTreeMap;

use flows::check::DocumentKind;
use flows::edit::{Change, Document, Edit, Notes, Position, Step, Timeline};
use serde::{Deserialize, Serialize};
use store::{Card, Kind, NewDocument, NewEntry, State};

use crate::App;
use crate::error::stale;
use crate::gesture;
use crate::wire::{Code, Error, Event};

/// A document with its history. Every change is in the workspace before it is here.
pub(crate) struct Journaled {
    id: String,
    revision: u32,
    document: Document,
    timeline: Timeline,
}

/// What was changed.
pub(crate) struct Changed {
    /// The document before.
    pub(crate) before: Document,
    pub(crate) change: Change,
}

/// What an entry of the journal carries.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Record {
    /// Something new.
    Step(Step),
    /// Several steps back or forth, as one change.
    Moved {
        /// Negative: taken back.
        steps: i32,
        change: Change,
    },
}

impl Record {
    fn change(&self) -> &Change {
        match self {
            Self::Step(step) => &step.change,
            Self::Moved { change, .. } => change,
        }
    }

    /// Makes the change again. Several steps are gone one by one, as they were: the last text that could be read
    /// may lie on the way. As one change only where the beginning of the journal was damaged.
    fn replay(&self, timeline: &Timeline, document: &Document) -> Option<Document> {
        if let Self::Moved { steps, change } = self
            && let Some((moved, gone)) = timeline.clone().go(document, *steps)
            && gone == *change
        {
            return Some(moved);
        }
        self.change().replay(document).ok()
    }
}

impl Journaled {
    /// Reads a document from the workspace.
    pub(crate) fn read(app: &App, id: &str) -> Result<Self, Error> {
        let now = app.host().now();
        let stored = app.store(|workspace| {
            if workspace.document(id)?.deleted {
                return Err(store::Error::NotFound("Flow"));
            }
            workspace.load(id, now)
        })?;
        if stored.lost > 0 {
            app.host().emit(Event::FlowRecovered { flow: id.to_owned(), lost: stored.lost });
        }
        let Beside { positions, notes } = Beside::read(&stored.layout);
        let mut document = Document::new(stored.name, stored.text, positions).with_notes(notes);
        let mut revision = stored.revision;
        let mut timeline = Timeline::default();
        for entry in stored.entries {
            let record: Record = serde_json::from_str(&entry.change).map_err(|_| unreadable())?;
            if entry.revision > revision {
                document = record.replay(&timeline, &document).ok_or_else(unreadable)?;
                revision = entry.revision;
            }
            match record {
                Record::Step(step) => gesture::record(&mut timeline, step),
                Record::Moved { steps, .. } => {
                    // Fewer steps than once were there: the beginning of the journal was damaged.
                    if !gesture::skip(&mut timeline, steps) {
                        timeline = Timeline::default();
                    }
                }
            }
        }
        Ok(Self { id: id.to_owned(), revision, document, timeline })
    }

    /// The revision it stands at.
    pub(crate) fn revision(&self) -> u32 {
        self.revision
    }

    pub(crate) fn document(&self) -> &Document {
        &self.document
    }

    pub(crate) fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// Refuses an edit that was made against another revision.
    pub(crate) fn require(&self, revision: u32) -> Result<(), Error> {
        if revision == self.revision { Ok(()) } else { Err(stale()) }
    }

    /// Makes an edit. `card` tells what the list shows of the next state.
    pub(crate) fn edit(
        &mut self,
        app: &App,
        edit: &Edit,
        card: impl FnOnce(&Document, &Document) -> Card,
    ) -> Result<Changed, Error> {
        let applied = flows::edit::apply(&self.document, edit)?;
        let step = Step { change: applied.change, at: app.host().now(), gesture: gesture::of(edit) };
        let record = Record::Step(step);
        let before = self.put(app, Kind::Edit, applied.document, &record, card)?;
        let Record::Step(step) = record else { return Err(unreadable()) };
        let change = step.change.clone();
        gesture::record(&mut self.timeline, step);
        Ok(Changed { before, change })
    }

    /// Takes steps back (negative) or brings them again, as far as there are.
    pub(crate) fn go(
        &mut self,
        app: &App,
        steps: i32,
        card: impl FnOnce(&Document, &Document) -> Card,
    ) -> Result<Changed, Error> {
        let mut timeline = self.timeline.clone();
        let (done, _) = timeline.depth();
        let Some((document, change)) = timeline.go(&self.document, steps) else {
            let nothing = if steps < 0 { "There is nothing to undo." } else { "There is nothing to redo." };
            return Err(Error::new(Code::InvalidEdit, nothing));
        };
        timeline.end_gesture();
        let moved = i32::try_from(timeline.depth().0.abs_diff(done)).unwrap_or(i32::MAX) * steps.signum();
        let kind = if steps < 0 { Kind::Undo } else { Kind::Redo };
        let record = Record::Moved { steps: moved, change };
        let before = self.put(app, kind, document, &record, card)?;
        self.timeline = timeline;
        let Record::Moved { change, .. } = record else { return Err(unreadable()) };
        Ok(Changed { before, change })
    }

    /// Journals the next state, then makes it this one. When the journal refuses, nothing has changed. Gives what
    /// was before.
    fn put(
        &mut self,
        app: &App,
        kind: Kind,
        next: Document,
        record: &Record,
        card: impl FnOnce(&Document, &Document) -> Card,
    ) -> Result<Document, Error> {
        let journaled = serde_json::to_string(record).map_err(|_| unreadable())?;
        let layout = beside(&next);
        let entry = NewEntry {
            kind,
            name: &record.change().title,
            at: app.host().now(),
            change: &journaled,
            state: State { name: next.name(), text: next.text(), layout: &layout },
            // While the text cannot be read the last one that could is shown, which only a replay finds again.
            start_here: next.is_readable(),
            card: &card(&self.document, &next),
        };
        self.revision = app.store(|workspace| workspace.append(&self.id, self.revision, entry))?;
        Ok(std::mem::replace(&mut self.document, next))
    }
}

/// Puts a new document into the workspace. Gives its id.
pub(crate) fn create(
    app: &App,
    kind: DocumentKind,
    document: &Document,
    card: &Card,
) -> Result<String, Error> {
    let layout = beside(document);
    let new = NewDocument {
        kind: kind.name(),
        state: State { name: document.name(), text: document.text(), layout: &layout },
        card,
        at: app.host().now(),
    };
    app.store(|workspace| workspace.create(new))
}

/// What the workspace keeps of a document beside its text.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Beside {
    /// Places of cards.
    positions: BTreeMap<String, Position>,
    notes: Notes,
}

impl Beside {
    /// Earlier workspaces kept the places alone.
    fn read(kept: &str) -> Self {
        serde_json::from_str(kept).unwrap_or_else(|_| Self {
            positions: serde_json::from_str(kept).unwrap_or_default(),
            notes: Notes::new(),
        })
    }
}

/// What is kept of a document beside its text, as the workspace keeps it.
pub(crate) fn beside(document: &Document) -> String {
    let kept = Beside { positions: document.positions().clone(), notes: document.notes().clone() };
    serde_json::to_string(&kept).unwrap_or_else(|_| "{}".to_owned())
}

fn unreadable() -> Error {
    Error::new(
        Code::Damaged,
        "The history of this document cannot be read. Restore a backup: what is there now is kept aside.",
    )
}
