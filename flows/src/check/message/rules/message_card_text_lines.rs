//! The text of a card has more line breaks than Meta takes.
//!
//! # Why
//!
//! Cards are low; Meta refuses longer ones.
//!
//! # Example
//!
//! ```json
//! {"body": {"text": "One\\nTwo\\nThree\\nFour"}}
//! ```
//!
//! # Fix
//!
//! Write the text in fewer lines.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::mend;
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};
use crate::facts;
use crate::message::Interactive;

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-card-text-lines",
    severity: Severity::Blocked,
    codes: &["131009"],
    checks: &[],
    source: include_str!("message_card_text_lines.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    let most = facts::message().limits.card_line_breaks;
    let cards = cx.message.interactive.iter().flat_map(Interactive::cards);
    for value in cards.filter_map(|card| card.node.get("body")?.get("text")) {
        let Some(text) = value.as_str() else { continue };
        let lines: Vec<&str> = text.lines().collect();
        let breaks = text.matches('\n').count();
        if breaks > most {
            let headline = format!("A card's text has {breaks} line breaks; {most} are allowed");
            let finding = out.add(&RULE, "", headline, &[Spot::value(value)]);
            let (kept, rest) = lines.split_at(most.min(lines.len()));
            let joined = [kept, &[rest.join(" ").as_str()]].concat().join("\n");
            finding.mended(mend::fix("Join the last lines", mend::replace(value, joined.trim_end().into())));
        }
    }
}
