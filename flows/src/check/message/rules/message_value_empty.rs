//! A text has no letters.
//!
//! # Why
//!
//! Meta refuses empty parts.
//!
//! # Example
//!
//! ```json
//! {"footer": {"text": " "}}
//! ```
//!
//! # Fix
//!
//! Write something, or take the part out.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot, capital};
use crate::check::mend;
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-value-empty",
    severity: Severity::Blocked,
    codes: &["131009"],
    checks: &[],
    source: include_str!("message_value_empty.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    for (known, member, value) in cx.values().filter(|(_, member, _)| !member.may_be_empty) {
        if !value.as_str().is_some_and(|text| text.trim().is_empty()) {
            continue;
        }
        let headline = format!("{} is empty", capital(&member.words));
        let finding = out.add(&RULE, "", headline, &[Spot::value(value)]);
        if DISPENSABLE.contains(&member.name.as_str()) && !member.required {
            let title = format!("Take out {}", member.words);
            finding.mended(mend::fix(title, mend::without(known.node, &member.name)));
        }
        let holder = known
            .node
            .parent()
            .filter(|parent| parent.get("footer").is_some_and(|f| f.id() == known.node.id()));
        if let Some(parent) = holder {
            finding.mended(mend::fix("Take out the footer", mend::without(parent, "footer")));
        }
    }
}

/// Members that nothing else needs.
const DISPENSABLE: [&str; 8] = [
    "address",
    "biz_opaque_callback_data",
    "caption",
    "description",
    "filename",
    "flow_token",
    "payload",
    "thumbnail_product_retailer_id",
];
