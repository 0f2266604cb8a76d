//! A Flow in work: the document, its history, its findings, and the one way they change.

use std::collections::BTreeMap;

use flows::check::{Checker, Diagnostic, Severity};
use flows::edit::{Change, Document, Edit, Notes, Position, Step, Timeline};
use flows::json::Tree;
use flows::languages;
use flows::mirror::{self, Overview, Patch, Revision, Snapshot};
use serde::{Deserialize, Serialize};
use store::{Card, Kind, NewEntry, State};

use crate::App;
use crate::error::stale;
use crate::gesture;
use crate::wire::{Code, Error, Event};

/// A Flow in work. Every change is in the workspace before it is here.
pub struct OpenFlow {
    id: String,
    revision: u32,
    state: Derived,
    timeline: Timeline,
    checker: Checker,
    /// The Flow in the language that was last asked for.
    translated: Option<Translated>,
}

struct Translated {
    revision: u32,
    tag: String,
    tree: Tree,
}

/// A document with what follows from it.
struct Derived {
    document: Document,
    overview: Overview,
    diagnostics: Vec<Diagnostic>,
}

impl Derived {
    fn of(document: Document, checker: &mut Checker) -> Self {
        let overview = Overview::of(&document);
        Self::with(document, overview, checker)
    }

    /// What follows from the next revision of the document.
    fn next(&self, document: Document, checker: &mut Checker) -> Self {
        let overview = self.overview.next(&self.document, &document);
        Self::with(document, overview, checker)
    }

    fn with(document: Document, overview: Overview, checker: &mut Checker) -> Self {
        let diagnostics = checker.check(document.tree());
        Self { document, overview, diagnostics }
    }

    fn at(&self, number: u32) -> Revision<'_> {
        Revision {
            number,
            document: &self.document,
            overview: &self.overview,
            diagnostics: &self.diagnostics,
        }
    }

    fn card(&self) -> Card {
        let blocked = self.diagnostics.iter().filter(|finding| finding.severity == Severity::Blocked).count();
        let short = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Card { screens: short(self.overview.screens()), blocked: short(blocked) }
    }
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
}

impl OpenFlow {
    /// Reads a Flow from the workspace.
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
                document = record.change().replay(&document).map_err(|_| unreadable())?;
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
        let mut checker = Checker::default();
        let state = Derived::of(document, &mut checker);
        Ok(Self { id: id.to_owned(), revision, state, timeline, checker, translated: None })
    }

    /// The revision it stands at.
    pub fn revision(&self) -> u32 {
        self.revision
    }

    /// The document.
    pub fn document(&self) -> &Document {
        &self.state.document
    }

    /// The Flow as it can be shown, in one of its languages; none is the one it is written in.
    pub(crate) fn shown_in(&mut self, language: Option<&str>) -> &Tree {
        let document = &self.state.document;
        let Some(tag) = language else { return document.shown() };
        let (revision, kept) = (self.revision, self.translated.take());
        let kept = kept.filter(|kept| kept.revision == revision && kept.tag == tag);
        let kept = kept.unwrap_or_else(|| {
            let text = languages::translated(document.shown(), document.notes(), tag);
            Translated { revision, tag: tag.to_owned(), tree: Tree::parse(text) }
        });
        &self.translated.insert(kept).tree
    }

    /// What stands to be said about it, sorted by place.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.state.diagnostics
    }

    /// All of it, for the page.
    pub fn snapshot(&self) -> Snapshot {
        mirror::snapshot(self.state.at(self.revision), self.timeline.names())
    }

    /// Refuses an edit that was made against another revision.
    pub(crate) fn require(&self, revision: u32) -> Result<(), Error> {
        if revision == self.revision { Ok(()) } else { Err(stale()) }
    }

    /// Makes an edit.
    pub(crate) fn edit(&mut self, app: &App, edit: &Edit) -> Result<Patch, Error> {
        let applied = flows::edit::apply(&self.state.document, edit)?;
        let step = Step { change: applied.change, at: app.host().now(), gesture: gesture::of(edit) };
        let record = Record::Step(step);
        let before = self.put(app, Kind::Edit, applied.document, &record)?;
        let Record::Step(step) = record else { return Err(unreadable()) };
        let change = step.change.clone();
        gesture::record(&mut self.timeline, step);
        Ok(self.patch(&before, &change))
    }

    /// Takes steps back (negative) or brings them again, as far as there are.
    pub(crate) fn go(&mut self, app: &App, steps: i32) -> Result<Patch, Error> {
        let mut timeline = self.timeline.clone();
        let (done, _) = timeline.depth();
        let Some((document, change)) = timeline.go(&self.state.document, steps) else {
            let nothing = if steps < 0 { "There is nothing to undo." } else { "There is nothing to redo." };
            return Err(Error::new(Code::InvalidEdit, nothing));
        };
        timeline.end_gesture();
        let moved = i32::try_from(timeline.depth().0.abs_diff(done)).unwrap_or(i32::MAX) * steps.signum();
        let kind = if steps < 0 { Kind::Undo } else { Kind::Redo };
        let record = Record::Moved { steps: moved, change };
        let before = self.put(app, kind, document, &record)?;
        self.timeline = timeline;
        Ok(self.patch(&before, record.change()))
    }

    /// Journals the next state, then makes it this one. When the journal refuses, nothing has changed. Gives what
    /// was before.
    fn put(&mut self, app: &App, kind: Kind, document: Document, record: &Record) -> Result<Derived, Error> {
        let change = record.change();
        let next = self.state.next(document, &mut self.checker);
        let journaled = serde_json::to_string(record).map_err(|_| unreadable())?;
        let layout = beside(&next.document);
        let entry = NewEntry {
            kind,
            name: &change.title,
            at: app.host().now(),
            change: &journaled,
            state: State { name: next.document.name(), text: next.document.text(), layout: &layout },
            // While the text cannot be read the last one that could is shown, which only a replay finds again.
            start_here: next.document.is_readable(),
            card: next.card(),
        };
        self.revision = app.store(|workspace| workspace.append(&self.id, self.revision, entry))?;
        Ok(std::mem::replace(&mut self.state, next))
    }

    /// From the revision before to this one.
    fn patch(&self, before: &Derived, change: &Change) -> Patch {
        let before = before.at(self.revision.saturating_sub(1));
        mirror::patch(before, self.state.at(self.revision), change, self.timeline.names())
    }
}

/// What the list of recent work shows of a document.
pub(crate) fn card(document: &Document) -> Card {
    Derived::of(document.clone(), &mut Checker::default()).card()
}

/// What the workspace keeps of a Flow beside its text.
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
        "The history of this Flow cannot be read. Restore a backup: what is there now is kept aside.",
    )
}
