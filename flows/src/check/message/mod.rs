//! What Meta would say about a message as it is sent, and what a shop owner should know before.
//!
//! Rules are files in [`rules`]; what a message is made of stands in the facts. Texts are counted in code points.

mod context;
mod rules;

pub(in crate::check) use context::MessageContext;
pub(in crate::check) use rules::ALL;

use super::Diagnostic;
use super::findings::{Effort, Findings};
use super::object::checked;
use super::rule::{Rule, Run};
use crate::json::Tree;
use crate::message::Message;

/// Checks a message: the payload that sends it, or marks one as read. Findings are sorted by place, then rule; each
/// button was tried and keeps its word.
pub fn check_message(tree: &Tree) -> Vec<Diagnostic> {
    checked(tree, Effort::Whole, &look)
}

/// Looks at a message by the rules that are asked.
pub(in crate::check) fn look<'t>(tree: &'t Tree, is_asked: &dyn Fn(&Rule) -> bool, out: &mut Findings<'t>) {
    let context = MessageContext::of(Message::of(tree));
    for rule in ALL.iter().filter(|rule| is_asked(rule)) {
        if let Run::Message(run) = rule.run {
            run(&context, out);
        }
    }
}
