//! What is wrong with a journey, or will be once people go through it.
//!
//! Rules are files in [`rules`]. They look at the graph; what holds for every run is proved in [`crate::window`].

mod context;
mod crowd;
mod graph;
mod pace;
mod payloads;
mod proved;
mod rules;

pub(in crate::check) use context::JourneyContext;
pub(in crate::check) use rules::ALL;

use std::cell::{Cell, RefCell};

use super::Diagnostic;
use super::findings::{Effort, Findings};
use super::object::{checked, looked_at};
use super::rule::{Rule, Run};
use crate::journey::{JourneyName, Project};
use crate::json::Tree;

/// What a journey that is looked at by itself is called.
const HERE: &str = "journey";

/// Checks a journey by itself. Findings are sorted by place, then rule; each button was tried and keeps its word.
pub fn check_journey(tree: &Tree) -> Vec<Diagnostic> {
    let beside =
        Beside { project: RefCell::default(), name: HERE.into(), known: false, open: Cell::default() };
    checked(tree, Effort::Whole, &|tree, is_asked, out| beside.look(tree, is_asked, out))
}

/// Checks a journey beside the templates, Flows and other journeys of its project, among which it is called `name`.
pub fn check_journey_of(project: &Project, name: &str, tree: &Tree) -> Vec<Diagnostic> {
    let beside = Beside::of(project, name);
    checked(tree, Effort::Whole, &|tree, is_asked, out| beside.look(tree, is_asked, out))
}

/// The same for right after an edit: of a message that may be refused only what is known at once is told. Gives, too, whether that
/// is all, or [`check_journey_of`] knows more.
pub fn check_journey_after_edit(project: &Project, name: &str, tree: &Tree) -> (Vec<Diagnostic>, bool) {
    let beside = Beside::of(project, name);
    let found = checked(tree, Effort::Little, &|tree, is_asked, out| beside.look(tree, is_asked, out));
    (found, !beside.open.get())
}

/// The same as [`check_journey_of`] without buttons, in a fraction of the time where there are many.
pub fn look_at_journey_of(project: &Project, name: &str, tree: &Tree) -> Vec<Diagnostic> {
    let beside = Beside::of(project, name);
    looked_at(tree, &|tree, is_asked, out| beside.look(tree, is_asked, out))
}

/// What lies beside a journey. Every try of a button puts its journey into the same project.
struct Beside {
    project: RefCell<Project>,
    name: JourneyName,
    /// What else there is in the project is known.
    known: bool,
    /// Of some message it is not known whether it is refused.
    open: Cell<bool>,
}

impl Beside {
    fn of(project: &Project, name: &str) -> Self {
        let name = JourneyName::from(name);
        let others = project.journeys.iter().filter(|(other, _)| **other != name);
        let project = Project {
            journeys: others.map(|(name, journey)| (name.clone(), journey.clone())).collect(),
            templates: project.templates.clone(),
            flows: project.flows.clone(),
            drafts: project.drafts.clone(),
            account: project.account.clone(),
        };
        Self { project: RefCell::new(project), name, known: true, open: Cell::default() }
    }

    fn look<'t>(&self, tree: &'t Tree, is_asked: &dyn Fn(&Rule) -> bool, out: &mut Findings<'t>) {
        let context = JourneyContext::of(tree, self.project.take(), &self.name, self.known, out.effort);
        for rule in ALL.iter().filter(|rule| is_asked(rule)) {
            if let Run::Journey(run) = rule.run {
                run(&context, out);
            }
        }
        payloads::look(&context, is_asked, out);
        self.open.set(self.open.get() || context.is_open());
        self.project.replace(context.into_project());
    }
}
