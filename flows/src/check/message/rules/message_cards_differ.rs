//! The cards do not have the same to tap, or show products of several catalogues.
//!
//! # Why
//!
//! Meta wants the cards alike: a link each, the same number of answers each, or products of one catalogue.
//!
//! # Example
//!
//! ```json
//! {"cards": [{"action": {"name": "cta_url", "parameters": {}}}, {"action": {"buttons": []}}]}
//! ```
//!
//! # Fix
//!
//! Make the cards alike.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};
use crate::message::{Card, CardAction};

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-cards-differ",
    severity: Severity::Blocked,
    codes: &["131009"],
    checks: &[],
    source: include_str!("message_cards_differ.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    let Some(interactive) = &cx.message.interactive else { return };
    let catalogue = |card: &Card<'t>| card.node.get("action")?.get("catalog_id")?.as_str();
    let mut cards = interactive.cards().filter(|card| card.action != CardAction::Unclear);
    let Some(first) = cards.next() else { return };
    for card in cards {
        let headline = if card.action != first.action {
            "The cards have to offer the same: a link, or as many answers, or products"
        } else if catalogue(&card).is_some() && catalogue(&card) != catalogue(&first) {
            "The products of all cards have to be of one catalogue"
        } else {
            continue;
        };
        out.add(&RULE, "", headline, &[Spot::value(card.node)]);
    }
}
