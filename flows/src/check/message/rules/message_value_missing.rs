//! Something lacks what it cannot be without, for example a button its words.
//!
//! # Why
//!
//! Meta refuses a message with a hole in it.
//!
//! # Example
//!
//! ```json
//! {"type": "reply", "reply": {"id": "yes"}}
//! ```
//!
//! # Fix
//!
//! Fill it in.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::mend;
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-value-missing",
    severity: Severity::Blocked,
    codes: &["131008"],
    checks: &[],
    source: include_str!("message_value_missing.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    for known in &cx.known {
        for member in known.members.iter().filter(|member| member.required) {
            if known.node.get(&member.name).is_some() {
                continue;
            }
            let headline = format!("Missing: {} of {}", member.words, known.words);
            let finding = out.add(&RULE, member.name.clone(), headline, &[Spot::value(known.node)]);
            if let ([only], false) = (member.choices.as_slice(), member.open) {
                let edit = mend::set(known.node, &member.name, only.clone().into());
                finding.mended(mend::fix(format!("Add '{only}'"), edit));
            }
        }
    }
}
