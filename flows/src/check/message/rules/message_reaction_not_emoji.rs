//! The reaction is no emoji.
//!
//! # Why
//!
//! WhatsApp shows one emoji at the message; an empty text takes it away again.
//!
//! # Example
//!
//! ```json
//! {"type": "reaction", "reaction": {"message_id": "wamid.1", "emoji": "ok"}}
//! ```
//!
//! # Fix
//!
//! Choose an emoji.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};
use crate::facts;
use crate::message::MessageType;

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-reaction-not-emoji",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("message_reaction_not_emoji.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    let reaction = cx.message.content.filter(|_| cx.message.kind == MessageType::Reaction);
    let Some(value) = reaction.and_then(|reaction| reaction.get("emoji")) else { return };
    let Some(written) = value.as_str().filter(|written| !written.is_empty()) else { return };
    let limits = &facts::message().limits;
    if !limits.emoji_pattern.is_match(&written) || written.contains(char::is_alphabetic) {
        out.add(&RULE, "", "A reaction is one emoji", &[Spot::value(value)]);
    }
}
