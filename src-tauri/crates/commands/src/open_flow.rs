//! A Flow in work: the document, its history and its findings.

use flows::check::{Checker, Diagnostic, Severity};
use flows::edit::{Change, Document, Edit};
use flows::json::Tree;
use flows::languages;
use flows::mirror::{self, Overview, Patch, Revision, Snapshot};
use store::Card;

use crate::App;
use crate::journaled::{Changed, Journaled};
use crate::wire::Error;

/// A Flow in work. Every change is in the workspace before it is here.
pub struct OpenFlow {
    journaled: Journaled,
    state: Derived,
    checker: Checker,
    /// The Flow in the language that was last asked for.
    translated: Option<Translated>,
}

struct Translated {
    revision: u32,
    tag: String,
    tree: Tree,
}

/// What follows from a document.
struct Derived {
    overview: Overview,
    diagnostics: Vec<Diagnostic>,
}

impl Derived {
    fn of(document: &Document, checker: &mut Checker) -> Self {
        Self { overview: Overview::of(document), diagnostics: checker.check(document.tree()) }
    }

    /// What follows from the next revision of the document.
    fn next(&self, before: &Document, next: &Document, checker: &mut Checker) -> Self {
        Self { overview: self.overview.next(before, next), diagnostics: checker.check(next.tree()) }
    }

    fn at<'a>(&'a self, number: u32, document: &'a Document) -> Revision<'a> {
        Revision { number, document, overview: &self.overview, diagnostics: &self.diagnostics }
    }

    fn card(&self) -> Card {
        let blocked = self.diagnostics.iter().filter(|finding| finding.severity == Severity::Blocked).count();
        let short = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Card { screens: short(self.overview.screens()), blocked: short(blocked), summary: String::new() }
    }
}

impl OpenFlow {
    /// Reads a Flow from the workspace.
    pub(crate) fn read(app: &App, id: &str) -> Result<Self, Error> {
        let journaled = Journaled::read(app, id)?;
        let mut checker = Checker::default();
        let state = Derived::of(journaled.document(), &mut checker);
        Ok(Self { journaled, state, checker, translated: None })
    }

    /// The revision it stands at.
    pub fn revision(&self) -> u32 {
        self.journaled.revision()
    }

    /// The document.
    pub fn document(&self) -> &Document {
        self.journaled.document()
    }

    /// The Flow as it can be shown, in one of its languages; none is the one it is written in.
    pub(crate) fn shown_in(&mut self, language: Option<&str>) -> &Tree {
        let document = self.journaled.document();
        let Some(tag) = language else { return document.shown() };
        let (revision, kept) = (self.journaled.revision(), self.translated.take());
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
        mirror::snapshot(self.state.at(self.revision(), self.document()), self.journaled.timeline().names())
    }

    /// Refuses an edit that was made against another revision.
    pub(crate) fn require(&self, revision: u32) -> Result<(), Error> {
        self.journaled.require(revision)
    }

    /// Makes an edit.
    pub(crate) fn edit(&mut self, app: &App, edit: &Edit) -> Result<Patch, Error> {
        self.change(|journaled, card| journaled.edit(app, edit, card))
    }

    /// Takes steps back (negative) or brings them again, as far as there are.
    pub(crate) fn go(&mut self, app: &App, steps: i32) -> Result<Patch, Error> {
        self.change(|journaled, card| journaled.go(app, steps, card))
    }

    fn change(
        &mut self,
        make: impl FnOnce(&mut Journaled, &mut dyn FnMut(&Document, &Document) -> Card) -> Result<Changed, Error>,
    ) -> Result<Patch, Error> {
        let Self { journaled, state, checker, .. } = self;
        let mut derived = None;
        let changed =
            make(journaled, &mut |before, next| derived.insert(state.next(before, next, checker)).card())?;
        let now = derived.unwrap_or_else(|| Derived::of(journaled.document(), checker));
        let before = std::mem::replace(state, now);
        Ok(self.patch(&before, &changed.before, &changed.change))
    }

    /// From the revision before to this one.
    fn patch(&self, state: &Derived, document: &Document, change: &Change) -> Patch {
        let before = state.at(self.revision().saturating_sub(1), document);
        let now = self.state.at(self.revision(), self.document());
        mirror::patch(before, now, change, self.journaled.timeline().names())
    }
}

/// What the list of recent work shows of a Flow.
pub(crate) fn card(document: &Document) -> Card {
    Derived::of(document, &mut Checker::default()).card()
}
