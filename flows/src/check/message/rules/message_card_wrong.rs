//! A card lacks its picture or film, or what can be tapped on it.
//!
//! # Why
//!
//! A card has a picture or a film with one link or some answers; or it is a product of a catalogue.
//!
//! # Example
//!
//! ```json
//! {"card_index": 0, "header": {"type": "text", "text": "Our best"}, "action": {}}
//! ```
//!
//! # Fix
//!
//! Choose a picture or a film, and a link, answers or a product.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};
use crate::facts;
use crate::message::{CardAction, Interactive};

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-card-wrong",
    severity: Severity::Blocked,
    codes: &["131009", "131008"],
    checks: &[],
    source: include_str!("message_card_wrong.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    let allowed = &facts::message().limits.card_headers;
    let cards = cx.message.interactive.iter().flat_map(Interactive::cards);
    for (index, card) in cards.enumerate() {
        let number = index + 1;
        let action = card.node.get("action");
        match card.action {
            // That it is missing is told elsewhere.
            CardAction::Unclear if action.is_none() => {}
            CardAction::Unclear => {
                let headline = format!("Card {number} needs one link, or answers, or a product");
                out.add(&RULE, "", headline, &[Spot::value(action.unwrap_or(card.node))]);
            }
            CardAction::Product => {
                let has = |key: &str| action.is_some_and(|action| action.get(key).is_some());
                if !(has("catalog_id") && has("product_retailer_id")) {
                    let headline = format!("Card {number} has to name its catalogue and its product");
                    out.add(&RULE, "", headline, &[Spot::value(action.unwrap_or(card.node))]).coded("131008");
                }
                continue;
            }
            CardAction::Link | CardAction::Replies(_) => {}
        }
        let Some(header) = card.node.get("header") else {
            let headline = format!("Card {number} has no picture or film");
            out.add(&RULE, "", headline, &[Spot::value(card.node)]).coded("131008");
            continue;
        };
        if let Some(kind) =
            header.get("type").filter(|kind| !allowed.iter().any(|a| kind.is_str_ignoring_case(a)))
        {
            let headline = format!("Card {number} has to begin with a picture or a film");
            out.add(&RULE, "", headline, &[Spot::value(kind)]);
        }
    }
}
