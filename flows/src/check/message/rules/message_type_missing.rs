//! The message does not say what it is.
//!
//! # Why
//!
//! Only a text can go without.
//!
//! # Example
//!
//! ```json
//! {"image": {"id": "1"}}
//! ```
//!
//! # Fix
//!
//! Say what it is.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};
use crate::message::MessageType;

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-type-missing",
    severity: Severity::Blocked,
    codes: &["131008"],
    checks: &[],
    source: include_str!("message_type_missing.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    let message = &cx.message;
    let kinds: Vec<MessageType> = message.contents().map(|(kind, _)| kind).collect();
    let is_said = message.is_receipt || message.root.get("type").is_some();
    if is_said || kinds.is_empty() || kinds.contains(&MessageType::Text) {
        return;
    }
    out.add(&RULE, "", "The message does not say what kind it is", &[Spot::value(message.root)])
        .mended_by(super::name_kind(message.root, &kinds));
}
