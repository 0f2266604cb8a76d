//! Two buttons or two choices have the same id.
//!
//! # Why
//!
//! The answer names only the id: nobody could tell which was tapped.
//!
//! # Example
//!
//! ```json
//! {"buttons": [{"type": "reply", "reply": {"id": "yes", "title": "Yes"}}, {"type": "reply", "reply": {"id": "yes", "title": "No"}}]}
//! ```
//!
//! # Fix
//!
//! Give each its own.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot, short};
use crate::check::mend;
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};
use crate::json::Node;
use std::collections::BTreeSet;

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-same-id",
    severity: Severity::Blocked,
    codes: &["131009"],
    checks: &[],
    source: include_str!("message_same_id.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    let Some(interactive) = &cx.message.interactive else { return };
    let id_of = |holder: Option<Node<'t>>| holder.and_then(|holder| holder.get("id"));
    look(interactive.buttons().filter_map(|button| id_of(button.get("reply"))).collect(), out);
    look(interactive.rows().filter_map(|row| id_of(Some(row))).collect(), out);
    for card in interactive.cards() {
        let buttons = card.node.get("action").and_then(|action| action.get("buttons"));
        let buttons = buttons.into_iter().flat_map(Node::items);
        look(buttons.filter_map(|button| id_of(button.get("quick_reply"))).collect(), out);
    }
}

/// So short that what is put behind it never makes it too long.
const LONGEST: usize = 150;

fn look<'t>(ids: Vec<Node<'t>>, out: &mut Findings<'t>) {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut twice = Vec::new();
    for node in ids {
        let Some(id) = node.as_str().filter(|id| !id.trim().is_empty()) else { continue };
        if !taken.insert(id.clone().into_owned()) {
            twice.push((node, id));
        }
    }
    for (node, id) in twice {
        if out.is_full() {
            return;
        }
        let finding =
            out.add(&RULE, "", format!("The id '{}' is there twice", short(&id)), &[Spot::value(node)]);
        let new = (2..100).map(|number| format!("{id}-{number}")).find(|new| !taken.contains(new));
        if let Some(new) = new.filter(|new| new.chars().count() <= LONGEST) {
            finding.mended(mend::fix("Give it its own id", mend::replace(node, new.clone().into())));
            taken.insert(new);
        }
    }
}
