//! A kind is not known here: of message, of what can be tapped, of header, of part or of value.
//!
//! # Why
//!
//! It is kept and sent as it is, but cannot be looked into.
//!
//! # Example
//!
//! ```json
//! {"type": "poll", "poll": {}}
//! ```
//!
//! # Fix
//!
//! Look whether it is written as Meta has it.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot, short};
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-type-unknown",
    severity: Severity::Advice,
    codes: &[],
    checks: &[],
    source: include_str!("message_type_unknown.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    for (_, member, value) in cx.values().filter(|(_, member, _)| member.open) {
        let Some(written) = value.as_str().filter(|written| !written.trim().is_empty()) else { continue };
        if !member.choices.iter().any(|choice| choice.eq_ignore_ascii_case(&written)) {
            let headline = format!("The kind '{}' is not known here; it is sent as it is", short(&written));
            out.add(&RULE, "", headline, &[Spot::value(value)]);
        }
    }
}
