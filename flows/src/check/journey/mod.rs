//! What is wrong with a journey, or will be once people go through it.
//!
//! Rules are files in [`rules`]. They look at the graph; what holds for every run is proved in [`crate::window`].

mod context;
mod payloads;
mod rules;

pub(in crate::check) use context::JourneyContext;
pub(in crate::check) use rules::ALL;

use super::Diagnostic;
use super::findings::Findings;
use super::object::checked;
use super::rule::{Rule, Run};
use crate::journey::Project;
use crate::json::Tree;

/// Checks a journey by itself. Findings are sorted by place, then rule; each button was tried and keeps its word.
pub fn check_journey(tree: &Tree) -> Vec<Diagnostic> {
    checked(tree, &|tree, is_asked, out| look(tree, None, is_asked, out))
}

/// Checks a journey beside the templates, Flows and other journeys of its project, among which it is called `name`.
pub fn check_journey_of(project: &Project, name: &str, tree: &Tree) -> Vec<Diagnostic> {
    checked(tree, &|tree, is_asked, out| look(tree, Some((project, name)), is_asked, out))
}

fn look<'t>(
    tree: &'t Tree,
    beside: Option<(&Project, &str)>,
    is_asked: &dyn Fn(&Rule) -> bool,
    out: &mut Findings<'t>,
) {
    let context = JourneyContext::of(tree, beside);
    for rule in ALL.iter().filter(|rule| is_asked(rule)) {
        if let Run::Journey(run) = rule.run {
            run(&context, out);
        }
    }
    payloads::look(&context, is_asked, out);
}
