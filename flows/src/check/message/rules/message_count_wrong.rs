//! There are fewer or more buttons, sections, cards or contacts than Meta takes.
//!
//! # Why
//!
//! Meta refuses the message.
//!
//! # Example
//!
//! ```json
//! {"action": {"buttons": ["(four buttons)"]}}
//! ```
//!
//! # Fix
//!
//! Take some out, or add what is missing.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot, capital};
use crate::check::mend;
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};
use crate::json::Kind;

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-count-wrong",
    severity: Severity::Blocked,
    codes: &["131009"],
    checks: &[],
    source: include_str!("message_count_wrong.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    for (_, member, value) in cx.values().filter(|(_, _, value)| value.kind() == Kind::Array) {
        let (least, most) = (member.min_items.unwrap_or(0), member.max_items.unwrap_or(usize::MAX));
        let count = value.items().count();
        if (least..=most).contains(&count) {
            continue;
        }
        let allowed = match member.max_items {
            Some(most) => format!("from {least} to {most} are allowed"),
            None => format!("at least {least} is needed"),
        };
        let headline = format!("{}: {count}; {allowed}", capital(&member.words));
        let finding = out.add(&RULE, "", headline, &[Spot::value(value)]);
        if count > most {
            let surplus = mend::remove_items(value.items().skip(most), "Keep the first ones");
            finding.mended_by(surplus.into_iter().collect());
        }
    }
}
