//! A text is longer than Meta takes. Letters are counted.
//!
//! # Why
//!
//! Meta refuses the message.
//!
//! # Example
//!
//! ```json
//! {"footer": {"text": "(sixty-one letters)"}}
//! ```
//!
//! # Fix
//!
//! Shorten it.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot, capital};
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-text-too-long",
    severity: Severity::Blocked,
    codes: &["100"],
    checks: &[],
    source: include_str!("message_text_too_long.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    for (_, member, value) in cx.values() {
        let Some(most) = member.max else { continue };
        let length = value.as_str().map_or(0, |text| text.chars().count());
        if length > most {
            let headline = format!("{}: {length} letters; {most} are allowed", capital(&member.words));
            out.add(&RULE, "", headline, &[Spot::value(value)]);
        }
    }
}
