//! The message names its recipient by phone number and by WhatsApp id.
//!
//! # Why
//!
//! Meta looks at the phone number only.
//!
//! # Example
//!
//! ```json
//! {"to": "+16505551234", "recipient": "US.13491208655302741918"}
//! ```
//!
//! # Fix
//!
//! Take out the one that is not meant.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::mend;
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-recipient-twice",
    severity: Severity::Advice,
    codes: &[],
    checks: &[],
    source: include_str!("message_recipient_twice.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    let root = cx.message.root;
    if let Some(recipient) = root.member("recipient").filter(|_| root.get("to").is_some()) {
        out.add(&RULE, "", "Only the phone number counts, not the WhatsApp id", &[Spot::name(recipient)])
            .mended(mend::fix("Take the WhatsApp id out", mend::without(root, "recipient")));
    }
}
