//! The recipient is no phone number, or no WhatsApp id.
//!
//! # Why
//!
//! Meta cannot tell whom the message is for.
//!
//! # Example
//!
//! ```json
//! {"to": "Ana"}
//! ```
//!
//! # Fix
//!
//! Write the number with + and the country's code. A WhatsApp id is the country, a point and up to 128 letters and
//! digits.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};
use crate::facts;

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-recipient-wrong",
    severity: Severity::Blocked,
    codes: &["131009"],
    checks: &[],
    source: include_str!("message_recipient_wrong.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    let root = cx.message.root;
    if let Some(value) = root.get("to") {
        let is_wrong = |number: &str| !number.trim().is_empty() && !super::is_phone_number(number);
        if !cx.message.is_to_group && value.as_str().is_some_and(|number| is_wrong(&number)) {
            out.add(&RULE, "", "The recipient is not a phone number", &[Spot::value(value)]);
        }
    } else if let Some(value) = root.get("recipient") {
        let pattern = &facts::message().limits.recipient_pattern;
        if value.as_str().is_some_and(|id| !id.trim().is_empty() && !pattern.is_match(&id)) {
            out.add(&RULE, "", "The recipient is not a WhatsApp id", &[Spot::value(value)]);
        }
    }
}
