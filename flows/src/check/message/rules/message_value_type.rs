//! A value is of the wrong kind, for example a number where a text belongs.
//!
//! # Why
//!
//! Meta cannot read it and refuses the message.
//!
//! # Example
//!
//! ```json
//! {"text": {"body": 25}}
//! ```
//!
//! # Fix
//!
//! Write the value in the kind that is asked for.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot, capital};
use crate::check::mend;
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};
use crate::check::schema::is_a;
use crate::facts::MemberFacts;
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-value-type",
    severity: Severity::Blocked,
    codes: &["100"],
    checks: &[],
    source: include_str!("message_value_type.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    for (_, member, value) in cx.values() {
        if !member.types.iter().any(|kind| is_a(value, *kind)) {
            let headline = format!("{} cannot be this kind of value", capital(&member.words));
            let finding = out.add(&RULE, "", headline, &[Spot::value(value)]);
            if is_free(member, value) {
                finding.mended_by(mend::as_kind(value, &member.types));
            }
            continue;
        }
        let fits = |item: &Node<'_>| {
            member.item_types.is_empty() || member.item_types.iter().any(|kind| is_a(*item, *kind))
        };
        for item in value.items().filter(|item| !fits(item)) {
            let headline = format!("{}: this entry is of the wrong kind", capital(&member.words));
            out.add(&RULE, "", headline, &[Spot::value(item)]);
        }
    }
}

/// Whether no other rule asks more of the value once it is of the right kind.
fn is_free(member: &MemberFacts, value: Node<'_>) -> bool {
    const ASKED_MORE: [&str; 12] = [
        "birthday",
        "code",
        "coupon_code",
        "id",
        "link",
        "name",
        "parameter_name",
        "recipient",
        "title",
        "to",
        "type",
        "url",
    ];
    let is_choice = member.choices.is_empty() || member.choices.iter().any(|choice| choice == value.raw());
    let is_short = member.max.is_none_or(|most| value.raw().len() <= most);
    is_choice
        && is_short
        && member.min.or(member.max_number).is_none()
        && !ASKED_MORE.contains(&member.name.as_str())
}
