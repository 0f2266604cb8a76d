//! The message lacks what its kind says, for example a picture its picture.
//!
//! # Why
//!
//! The name of the kind and the name of what is sent have to be the same.
//!
//! # Example
//!
//! ```json
//! {"type": "image", "text": {"body": "Hi"}}
//! ```
//!
//! # Fix
//!
//! Fill it in, or choose the kind that fits.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};
use crate::message::MessageType;

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-content-missing",
    severity: Severity::Blocked,
    codes: &["131008"],
    checks: &[],
    source: include_str!("message_content_missing.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    let message = &cx.message;
    let others: Vec<MessageType> = message.contents().map(|(kind, _)| kind).collect();
    let says_nothing = message.root.get("type").is_none();
    let is_told =
        message.is_receipt || message.kind == MessageType::Other || says_nothing && !others.is_empty();
    if message.content.is_some() || is_told {
        return;
    }
    let headline = format!("Missing: {}", cx.content_words());
    let spot = message.root.get("type").unwrap_or(message.root);
    out.add(&RULE, "", headline, &[Spot::value(spot)]).mended_by(super::name_kind(message.root, &others));
}
