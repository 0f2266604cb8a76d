//! Two cards have the same place, or one has a place that there is not.
//!
//! # Why
//!
//! Meta puts the cards in the order of their places, counted from 0.
//!
//! # Example
//!
//! ```json
//! {"cards": [{"card_index": 0}, {"card_index": 0}]}
//! ```
//!
//! # Fix
//!
//! Number the cards 0, 1, 2 and so on.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};
use crate::check::{Fix, mend};
use crate::message::Card;
use std::collections::BTreeSet;

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-card-index",
    severity: Severity::Blocked,
    codes: &["131009"],
    checks: &[],
    source: include_str!("message_card_index.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    let Some(interactive) = &cx.message.interactive else { return };
    let cards: Vec<_> = interactive.cards().collect();
    let mut taken = BTreeSet::new();
    let wrong = cards.iter().filter_map(|card| card.node.get("card_index")).find(|place| {
        let Some(number) = place.as_f64().filter(|number| number.fract() == 0.0 && *number >= 0.0) else {
            return false;
        };
        let index = number.to_string().parse().ok().filter(|index: &usize| *index < cards.len());
        !index.is_some_and(|index| taken.insert(index))
    });
    let Some(place) = wrong else { return };
    let finding =
        out.add(&RULE, "", "The places of the cards have to be 0, 1, 2 and so on", &[Spot::value(place)]);
    if cards.len() <= mend::MOST_AT_ONCE {
        let number = |(index, card): (usize, &Card<'t>)| mend::set(card.node, "card_index", index.into());
        let edits = cards.iter().enumerate().map(number).collect();
        finding.mended(Fix { title: "Number the cards anew".to_owned(), edits });
    }
}
