//! A journey in work: the document, its history, and what the page last saw of it.

use std::sync::Arc;

use flows::edit::{Document, Edit};
use flows::json::Pointer;
use flows::mirror::{
    Beside, JourneyPatch, JourneySnapshot, journey_findings, journey_patch, journey_snapshot,
};
use store::Card;

use crate::App;
use crate::beside::{self, Print};
use crate::journaled::Journaled;
use crate::wire::Error;

/// A journey in work. Every change is in the workspace before it is here.
pub struct OpenJourney {
    id: String,
    journaled: Journaled,
    print: Print,
    beside: Arc<Beside>,
    shown: JourneySnapshot,
}

impl OpenJourney {
    /// Reads one from the workspace.
    pub(crate) fn read(app: &App, id: &str) -> Result<Self, Error> {
        let journaled = Journaled::read(app, id)?;
        let print = beside::print(app, Some(id))?;
        let beside = Arc::new(beside::read(app, &print)?);
        let shown = snapshot(&journaled, &beside);
        Ok(Self { id: id.to_owned(), journaled, print, beside, shown })
    }

    /// The revision it stands at.
    pub fn revision(&self) -> u32 {
        self.journaled.revision()
    }

    /// The document.
    pub fn document(&self) -> &Document {
        self.journaled.document()
    }

    /// What lies beside it.
    pub(crate) fn beside(&self) -> Arc<Beside> {
        Arc::clone(&self.beside)
    }

    /// All of it, for the page, beside what is in the workspace now.
    pub(crate) fn snapshot(&mut self, app: &App) -> Result<JourneySnapshot, Error> {
        if self.look_around(app)? {
            self.shown = snapshot(&self.journaled, &self.beside);
        }
        Ok(self.shown.clone())
    }

    /// Makes an edit against a revision.
    pub(crate) fn edit(&mut self, app: &App, revision: u32, edit: &Edit) -> Result<JourneyPatch, Error> {
        self.journaled.require(revision)?;
        self.look_around(app)?;
        let changed = self.journaled.edit(app, edit, |_, next| card(next))?;
        Ok(self.patch(changed.change.focus))
    }

    /// Takes steps back (negative) or brings them again, as far as there are.
    pub(crate) fn go(&mut self, app: &App, steps: i32) -> Result<JourneyPatch, Error> {
        self.look_around(app)?;
        let changed = self.journaled.go(app, steps, |_, next| card(next))?;
        Ok(self.patch(changed.change.focus))
    }

    fn patch(&mut self, focus: Option<Pointer>) -> JourneyPatch {
        let mut next = snapshot(&self.journaled, &self.beside);
        next.focus = focus;
        let patch = journey_patch(&self.shown, &next);
        self.shown = next;
        patch
    }

    /// Reads what lies beside it again when that changed. Gives whether it did.
    fn look_around(&mut self, app: &App) -> Result<bool, Error> {
        let print = beside::print(app, Some(&self.id))?;
        if print == self.print {
            return Ok(false);
        }
        self.beside = Arc::new(beside::read(app, &print)?);
        self.print = print;
        Ok(true)
    }
}

fn snapshot(journaled: &Journaled, beside: &Beside) -> JourneySnapshot {
    let document = journaled.document();
    let found = journey_findings(document, beside);
    journey_snapshot(journaled.revision(), document, journaled.timeline(), beside, found)
}

/// What is kept for the list. How much of it is blocked depends on what lies beside it: `journey::list` works that out.
pub(crate) fn card(document: &Document) -> Card {
    let steps = document.shown().root().get("nodes").map_or(0, |nodes| nodes.items().count());
    Card { screens: u32::try_from(steps).unwrap_or(u32::MAX), blocked: 0, summary: String::new() }
}
