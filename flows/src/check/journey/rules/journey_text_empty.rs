//! A start has no words, or a step has nothing to send.
//!
//! # Why
//!
//! Nobody could come in by it, or nothing would be sent.
//!
//! # Example
//!
//! ```json
//! {"id": "hello", "kind": "send", "messages": []}
//! ```
//!
//! # Fix
//!
//! Write the words or the message.

use crate::check::Severity;
use crate::check::findings::Findings;
use crate::check::journey::JourneyContext;
use crate::check::rule::{Rule, Run};
use crate::journey::Body;

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-text-empty",
    severity: Severity::Blocked,
    codes: &[],
    checks: &[],
    source: include_str!("journey_text_empty.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    for at in cx.nodes() {
        let (what, member) = match &at.node.body {
            Body::Keyword(it) if it.words.iter().all(|word| word.trim().is_empty()) => {
                ("has no word that starts it", "words")
            }
            Body::Link(it) if it.text.trim().is_empty() => ("has no words for the link", "text"),
            Body::Reply(it) if it.ids.is_empty() => ("has no button that starts it", "ids"),
            Body::Send(it) if it.messages.is_empty() => ("has nothing to send", "messages"),
            Body::Faq(it) if it.entries.is_empty() => ("has no questions", "entries"),
            _ => continue,
        };
        out.add(&RULE, "", format!("'{}' {what}", at.called()), &[at.spot(member)]);
    }
}
