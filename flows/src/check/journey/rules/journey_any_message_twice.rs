//! Two starts hear any message, and only one of them does.
//!
//! # Why
//!
//! A message that nothing else takes up goes to one start. Of several it is that of the journey with the higher priority, then
//! of the first by name, and in a journey the first in its text. The others only hear what comes while somebody is still in
//! that journey, which looks like chance.
//!
//! # Example
//!
//! ```json
//! [{"id": "else", "kind": "any_message"}, {"id": "more", "kind": "any_message"}]
//! ```
//!
//! # Fix
//!
//! Keep one of them, and switch the others off.

use serde_json::json;

use super::shorten;
use crate::check::findings::{Findings, Spot, short};
use crate::check::journey::JourneyContext;
use crate::check::rule::{Rule, Run};
use crate::check::{Severity, mend};
use crate::journey::{Body, Journey, JourneyNode};

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-any-message-twice",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("journey_any_message_twice.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    let hears_all = |node: &JourneyNode| !node.off && matches!(node.body, Body::AnyMessage(_));
    let mut here = cx.nodes().filter(|at| hears_all(at.node));
    let Some(first) = here.next() else { return };
    for at in here {
        let headline = format!("'{}' never hears: '{}' hears any message first", at.called(), first.called());
        out.add(&RULE, "", shorten(&headline), &[Spot::value(at.text)])
            .mended(mend::fix(format!("Switch '{}' off", at.called()), at.set("off", json!(true))));
    }
    let others = cx.project().journeys.iter().filter(|(name, _)| **name != cx.name);
    let hearing = |journey: &Journey| journey.nodes.iter().any(hears_all);
    let mut others: Vec<_> = others.filter(|(_, journey)| hearing(journey)).collect();
    others.sort_by_key(|(name, journey)| (std::cmp::Reverse(journey.settings.priority), *name));
    let Some((other, journey)) = others.first() else { return };
    let own = cx.journey().settings.priority;
    let comes_first =
        (std::cmp::Reverse(own), &cx.name) < (std::cmp::Reverse(journey.settings.priority), *other);
    let other = short(&other.0);
    let headline = if comes_first {
        format!("'{}' and '{other}' both hear any message; this one first", first.called())
    } else {
        format!("'{}' and '{other}' both hear any message; the other first", first.called())
    };
    out.add(&RULE, "", shorten(&headline), &[Spot::value(first.text)])
        .mended(mend::fix(format!("Switch '{}' off", first.called()), first.set("off", json!(true))));
}
