//! Two buttons have the same words.
//!
//! # Why
//!
//! Meta wants them different; people could not tell them apart.
//!
//! # Example
//!
//! ```json
//! {"buttons": [{"type": "reply", "reply": {"id": "1", "title": "Yes"}}, {"type": "reply", "reply": {"id": "2", "title": "Yes"}}]}
//! ```
//!
//! # Fix
//!
//! Give each its own words.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot, short};
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};
use std::collections::BTreeSet;

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-same-label",
    severity: Severity::Blocked,
    codes: &["131009"],
    checks: &[],
    source: include_str!("message_same_label.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    let Some(interactive) = &cx.message.interactive else { return };
    let mut seen = BTreeSet::new();
    for node in interactive.buttons().filter_map(|button| button.get("reply")?.get("title")) {
        let Some(label) = node.as_str().filter(|label| !label.trim().is_empty()) else { continue };
        let headline = format!("Two buttons say '{}'", short(label.trim()));
        if !seen.insert(label.trim().to_owned()) {
            out.add(&RULE, "", headline, &[Spot::value(node)]);
        }
    }
}
