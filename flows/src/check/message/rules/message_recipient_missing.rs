//! The message does not say whom it is for.
//!
//! # Why
//!
//! Meta wants a phone number or a WhatsApp id.
//!
//! # Example
//!
//! ```json
//! {"messaging_product": "whatsapp", "type": "text", "text": {"body": "Hi"}}
//! ```
//!
//! # Fix
//!
//! Choose the recipient.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-recipient-missing",
    severity: Severity::Blocked,
    codes: &["131008"],
    checks: &[],
    source: include_str!("message_recipient_missing.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    let root = cx.message.root;
    if !cx.message.is_receipt && root.get("to").or(root.get("recipient")).is_none() {
        out.add(&RULE, "", "The message has no recipient yet", &[Spot::value(root)]);
    }
}
