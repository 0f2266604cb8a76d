//! Beside what its kind says the message holds something else.
//!
//! # Why
//!
//! Only what the kind names is meant to be sent; Meta asks that both have the same name.
//!
//! # Example
//!
//! ```json
//! {"type": "text", "text": {"body": "Hi"}, "image": {"id": "1"}}
//! ```
//!
//! # Fix
//!
//! Take out what is not sent, or send it as a message of its own.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::mend;
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-content-left-over",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("message_content_left_over.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    if cx.message.content.is_none() {
        return;
    }
    let others = cx.message.contents().filter(|(kind, _)| *kind != cx.message.kind);
    for member in others.filter_map(|(kind, _)| cx.message.root.member(kind.name())) {
        let key = member.key();
        let headline = format!("'{key}' is not sent: the message is of another kind");
        out.add(&RULE, "", headline, &[Spot::name(member)])
            .mended(mend::fix(format!("Take '{key}' out"), mend::without(cx.message.root, &key)));
    }
}
