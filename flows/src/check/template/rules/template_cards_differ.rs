//! A card has other parts than the first one.
//!
//! # Why
//!
//! All cards of a row have the same parts, the same kind of picture and the same buttons in the same order.
//!
//! # Example
//!
//! ```json
//! {"type": "CAROUSEL", "cards": ["(picture and two buttons)", "(picture and one button)"]}
//! ```
//!
//! # Fix
//!
//! Give each card the same parts.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-cards-differ",
    severity: Severity::Blocked,
    codes: &["100"],
    checks: &[],
    source: include_str!("template_cards_differ.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    let cards = cx.template.cards();
    let shape = |card: usize| -> Vec<(&str, String)> {
        let mut shape: Vec<(&str, String)> = Vec::new();
        for part in cx.template.on_card(card) {
            let format = part.node.get("format").and_then(Node::as_str).unwrap_or_default().to_uppercase();
            shape.push((part.kind.name(), format));
        }
        shape.sort();
        let buttons = cx.template.buttons.iter().filter(|button| button.card == Some(card));
        shape.extend(buttons.map(|button| (button.kind.name(), String::new())));
        shape
    };
    let first = shape(0);
    for (index, card) in cards.iter().enumerate().skip(1) {
        if shape(index) != first {
            let headline = format!("Card {} has other parts than the first one", index + 1);
            out.add(&RULE, "", headline, &[Spot::value(*card)]);
        }
    }
}
