//! There are fewer or more cards than Meta takes.
//!
//! # Why
//!
//! A row of cards has from two to ten.
//!
//! # Example
//!
//! ```json
//! {"type": "CAROUSEL", "cards": ["(one card)"]}
//! ```
//!
//! # Fix
//!
//! Add a card, or take some out.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::check::mend;
use crate::edit::Edit;
use crate::facts;
use crate::json::{Kind, Node};
use crate::template::ComponentType;

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-card-count",
    severity: Severity::Blocked,
    codes: &["100"],
    checks: &[],
    source: include_str!("template_card_count.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    let limits = &facts::template().limits;
    let Some(list) = cx.template.main(ComponentType::Carousel).next().and_then(|part| part.node.get("cards")) else {
        return;
    };
    let count = list.items().count();
    if list.kind() != Kind::Array || (limits.cards_min..=limits.cards_max).contains(&count) {
        return;
    }
    let headline = format!("A row has from {} to {} cards; this one has {count}", limits.cards_min, limits.cards_max);
    let finding = out.add(&RULE, "", headline, &[Spot::value(list)]);
    if count > limits.cards_max {
        let items = list.items().skip(limits.cards_max).map(Node::pointer).collect();
        finding.mended(mend::fix("Keep the first ones", Edit::RemoveItems { items }));
    } else if let Some(card) = list.items().next() {
        let edit = Edit::InsertItem { at: list.pointer(), index: 1, value: card.to_value() };
        finding.mended(mend::fix("Copy the card", edit));
    }
}
