//! A value of a template has a line break, a tab or many spaces in a row.
//!
//! # Why
//!
//! Meta refuses such values, as they could change what the template looks like.
//!
//! # Example
//!
//! ```json
//! {"type": "text", "text": "Two cakes\\nand a coffee"}
//! ```
//!
//! # Fix
//!
//! Write it in one line.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::mend;
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};
use crate::facts;
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-template-value",
    severity: Severity::Blocked,
    codes: &["132018"],
    checks: &[],
    source: include_str!("message_template_value.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    let most = facts::message().limits.value_spaces;
    let many = " ".repeat(most + 1);
    let is_text = |value: &Node<'t>| value.get("type").is_some_and(|kind| kind.is_str("text"));
    let parts = cx.filled();
    let values = parts.iter().filter_map(|part| part.get("parameters")).flat_map(Node::items).filter(is_text);
    for value in values.filter_map(|value| value.get("text")) {
        let Some(text) = value.as_str() else { continue };
        let headline = if text.contains(['\n', '\r', '\t']) {
            "A value of a template has to be one line without tabs".to_owned()
        } else if text.contains(&many) {
            format!("A value of a template can have at most {most} spaces in a row")
        } else {
            continue;
        };
        let finding = out.add(&RULE, "", headline, &[Spot::value(value)]);
        let plain = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !plain.is_empty() {
            finding.mended(mend::fix("Put it in one line", mend::replace(value, plain.into())));
        }
    }
}
