//! What Meta would say about a message template, and what a shop owner should know before it is sent in.
//!
//! Rules are files in [`rules`]; what a template is made of stands in the facts. Texts are counted in code points.

mod context;
mod rules;

pub(in crate::check) use context::TemplateContext;
use context::written;
pub(in crate::check) use rules::ALL;

use super::Diagnostic;
use super::findings::{Effort, Findings};
use super::object::checked;
use super::rule::{Rule, Run};
use crate::json::Tree;
use crate::template::Template;

/// Checks a message template: the payload that creates it. Findings are sorted by place, then rule; each button was
/// tried and keeps its word.
pub fn check_template(tree: &Tree) -> Vec<Diagnostic> {
    checked(tree, Effort::Whole, &look)
}

fn look<'t>(tree: &'t Tree, is_asked: &dyn Fn(&Rule) -> bool, out: &mut Findings<'t>) {
    let template = Template::of(tree);
    let written = written(&template);
    let context = TemplateContext::of(&template, &written);
    for rule in ALL.iter().filter(|rule| is_asked(rule)) {
        if let Run::Template(run) = rule.run {
            run(&context, out);
        }
    }
}
