//! A name is set twice in one object; the last one counts.
//!
//! # Why
//!
//! One of the two was meant to be something else.
//!
//! # Example
//!
//! ```json
//! {"body": "One", "body": "Two"}
//! ```
//!
//! # Fix
//!
//! Take one out.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot, short};
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-key-twice",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("message_key_twice.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    look(cx.message.root, out);
}

fn look<'t>(node: Node<'t>, out: &mut Findings<'t>) {
    for member in node.repeated() {
        let headline = format!("'{}' is set twice; the last one counts", short(&member.key()));
        out.add(&RULE, "", headline, &[Spot::name(member)]);
    }
    node.members().for_each(|member| look(member.value, out));
    node.items().for_each(|item| look(item, out));
}
