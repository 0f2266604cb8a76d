//! Quick replies and other buttons are mixed.
//!
//! # Why
//!
//! Meta wants all quick replies next to each other, before or after the others.
//!
//! # Example
//!
//! ```json
//! {"type": "BUTTONS", "buttons": ["(quick reply)", "(link)", "(quick reply)"]}
//! ```
//!
//! # Fix
//!
//! Put the quick replies together.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use serde_json::Value;
use crate::check::mend;
use crate::json::Node;
use crate::template::{ButtonType, ComponentType};

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-button-order",
    severity: Severity::Blocked,
    codes: &["100"],
    checks: &[],
    source: include_str!("template_button_order.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    for part in cx.template.components.iter().filter(|part| part.kind == ComponentType::Buttons) {
        let Some(list) = part.node.get("buttons") else { continue };
        let is_reply = |node: &Node<'_>| ButtonType::of(*node) == ButtonType::QuickReply;
        let kinds: Vec<bool> = list.items().map(|node| is_reply(&node)).collect();
        let changes = kinds.iter().zip(kinds.iter().skip(1)).filter(|(a, b)| a != b).count();
        if changes > 1 {
            let first = kinds.first().copied().unwrap_or_default();
            let (mut ordered, rest): (Vec<_>, Vec<_>) = list.items().partition(|node| is_reply(node) == first);
            ordered.extend(rest);
            let values: Vec<Value> = ordered.into_iter().map(Node::to_value).collect();
            let headline = "Quick replies and other buttons are mixed";
            out.add(&RULE, "", headline, &[Spot::value(list)])
                .mended(mend::fix("Put the quick replies together", mend::replace(list, values.into())));
        }
    }
}
