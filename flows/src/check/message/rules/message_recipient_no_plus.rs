//! The phone number does not begin with + and the country's code.
//!
//! # Why
//!
//! Without + Meta puts the code of your own country before it, and the message may go to somebody else.
//!
//! # Example
//!
//! ```json
//! {"to": "16505551234"}
//! ```
//!
//! # Fix
//!
//! Write + and the country's code before the number.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-recipient-no-plus",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("message_recipient_no_plus.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    let Some(value) = cx.message.root.get("to").filter(|_| !cx.message.is_to_group) else { return };
    if value.as_str().is_some_and(|number| super::is_phone_number(&number) && !number.starts_with('+')) {
        out.add(&RULE, "", "Begin the phone number with + and the country's code", &[Spot::value(value)]);
    }
}
