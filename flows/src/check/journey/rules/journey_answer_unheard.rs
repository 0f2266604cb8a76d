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
use crate::check::journey::graph::{Used, hears, in_lane, somebody};
use crate::check::rule::{Rule, Run};
use crate::check::{Fix, Severity};
use crate::engine::{opts_out, same};
use crate::journey::{Body, Expected, JourneyNode, Role, output};

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-answer-unheard",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("journey_answer_unheard.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    let starting = cx.starting_replies();
    // In another journey, or after a return to one, anything may wait
    let elsewhere = |node: &JourneyNode| matches!(node.body, Body::Call(_) | Body::GoTo(_));
    let heard = cx.towards(
        |node| hears(node) || elsewhere(node),
        |node| node.body.role() != Role::Wait && !hears(node) && !elsewhere(node),
    );
    for used in cx.used() {
        let replies = used.known.quick_replies.iter().map(String::as_str);
        let mut unheard: Vec<&str> =
            replies.filter(|reply| !starting.contains(reply) && !opts_out(reply)).collect();
        match &used.at.node.body {
            _ if unheard.is_empty() => continue,
            Body::Ask(ask) if ask.expects == Expected::Choice => {
                let answers = ask.message.answers();
                let fits = |reply: &str| answers.iter().any(|answer| same(&answer.words, reply));
                unheard.retain(|reply| !fits(reply) && used.at.node.after(output::ELSE).is_none());
            }
            Body::Ask(_) => continue,
            // The wait for a form hears nothing else
            Body::Flow(_) => {}
            _ if cx.after(used.at.index).any(|next| heard.contains(&next)) || cx.is_called() => continue,
            _ => {}
        }
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
