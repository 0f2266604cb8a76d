//! A template has quick replies, and nothing happens when they are tapped.
//!
//! # Why
//!
//! People who tap a button expect an answer. Here nobody waits for it when the template is out, and no start hears these
//! words. Whoever waits later, after some time has passed, does not hear it. Words that stop marketing are always heard.
//!
//! # Example
//!
//! ```json
//! {"id": "booked", "kind": "template", "name": "booking_confirmed", "to": {"next": "end"}}
//! ```
//!
//! # Fix
//!
//! Wait for an answer behind it, or add a start "Taps a button" with these words.

use serde_json::json;

use super::shorten;
use crate::check::findings::{Findings, Spot, short};
use crate::check::journey::JourneyContext;
use crate::check::journey::graph::{Used, in_lane, somebody};
use crate::check::rule::{Rule, Run};
use crate::check::{Fix, Severity};

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-answer-unheard",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("journey_answer_unheard.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    for used in cx.used() {
        let unheard = cx.unheard(&used);
        let Some(first) = unheard.first() else { continue };
        let more = if unheard.len() > 1 { " and other buttons" } else { "" };
        let headline = format!("Nobody hears '{}'{more} at '{}'", short(first), used.at.called());
        out.add(&RULE, "", shorten(&headline), &[Spot::value(used.text)])
            .mended_by(answered(cx, &used, &unheard).into_iter().collect());
    }
}

/// A start that hears them, and a person who answers.
fn answered(cx: &JourneyContext<'_>, used: &Used<'_, '_>, replies: &[&str]) -> Option<Fix> {
    let (start, person) = (cx.free_id("reply"), cx.free_id("assign"));
    let mut heard = json!({"id": start, "kind": "reply", "title": format!("Taps '{}'", replies.first()?),
        "ids": replies, "to": {"next": person}});
    in_lane(&mut heard, &used.at);
    let edits = cx.add([heard, somebody(&person, &used.at)])?;
    Some(Fix { title: "Let a person answer who taps".to_owned(), edits })
}
