//! A contact has only its full name.
//!
//! # Why
//!
//! Today's reference asks for no more; older pages of it and other programs want a first or last name too.
//!
//! # Example
//!
//! ```json
//! {"name": {"formatted_name": "Ana Costa"}}
//! ```
//!
//! # Fix
//!
//! Write the first name or the last name as well.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-contact-name-bare",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("message_contact_name_bare.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    for known in cx.known.iter().filter(|known| known.node.get("formatted_name").is_some()) {
        let is_written = |node: Node<'t>| node.as_str().is_some_and(|text| !text.trim().is_empty());
        let parts = known.members.iter().filter(|member| member.name != "formatted_name");
        if !parts.filter_map(|member| known.node.get(&member.name)).any(is_written) {
            out.add(&RULE, "", "Give the contact a first or a last name too", &[Spot::value(known.node)]);
        }
    }
}
