//! A message goes to many, and nobody can answer it.
//!
//! # Why
//!
//! A broadcast that nobody can answer earns opt-outs. It is looked for behind starts that nobody writes: times, dates,
//! sign-ups, starts by hand, and for marketing also events and other systems. It can be answered where anything behind the
//! template waits for an answer, a person takes over or another journey goes on, or where any journey begins by a word, by any
//! message or by one of its buttons.
//!
//! # Example
//!
//! ```json
//! {"id": "friday", "kind": "schedule", "on": ["friday"], "at": "17:30", "to": {"next": "offer"}}
//! ```
//!
//! # Fix
//!
//! Wait for an answer behind it, and let a person or a step take it up.

use serde_json::json;

use super::shorten;
use crate::check::findings::{Findings, Spot};
use crate::check::journey::JourneyContext;
use crate::check::journey::graph::{Used, hears, in_lane, somebody};
use crate::check::rule::{Rule, Run};
use crate::check::{Fix, Severity};
use crate::journey::{Body, JourneyNode, output};
use crate::template::Category;

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-broadcast-unanswerable",
    severity: Severity::Advice,
    codes: &[],
    checks: &[],
    source: include_str!("journey_broadcast_unanswerable.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    // Any word may be written as an answer
    let mut nodes = cx.project().journeys.values().flat_map(|journey| &journey.nodes);
    if nodes.any(|node| !node.off && matches!(node.body, Body::Keyword(_) | Body::AnyMessage(_))) {
        return;
    }
    let called = cx.is_called();
    let from = |is: fn(&Body) -> bool| {
        let starts = cx.nodes().filter(move |at| !at.node.off && is(&at.node.body));
        cx.onward(starts.map(|at| at.index), |_| true)
    };
    let many = from(|body| matches!(body, Body::Schedule(_) | Body::Date(_) | Body::OptIn(_)));
    let by_hand = from(|body| matches!(body, Body::Manual(_)));
    let events = from(|body| matches!(body, Body::Event(_) | Body::Webhook(_)));
    let elsewhere = |node: &JourneyNode| matches!(node.body, Body::Call(_) | Body::GoTo(_));
    let answered = cx.towards(|node| hears(node) || elsewhere(node), |_| true);
    for used in cx.used() {
        let index = used.at.index;
        // After a call whoever called goes on
        let by_hand = by_hand.contains(&index) && !called;
        let marketing = used.known.category == Category::Marketing;
        let goes_to_many = many.contains(&index) || by_hand || (marketing && events.contains(&index));
        let has_buttons = used.known.quick_replies.iter().any(|reply| !crate::engine::opts_out(reply));
        // Of buttons that nobody hears another rule tells
        if !goes_to_many || has_buttons || hears(used.at.node) {
            continue;
        }
        if cx.after(index).any(|next| answered.contains(&next)) {
            continue;
        }
        let headline = format!("Nobody can answer '{}'", used.at.called());
        out.add(&RULE, "", shorten(&headline), &[Spot::value(used.text)])
            .mended_by(waited(cx, &used).into_iter().collect());
    }
}

/// A wait for an answer right behind it, which a person takes up; then it goes on as it did.
fn waited(cx: &JourneyContext<'_>, used: &Used<'_, '_>) -> Option<Fix> {
    let Body::SendTemplate(_) = used.at.node.body else { return None };
    let (wait, person, end) = (cx.free_id("wait_reply"), cx.free_id("assign"), cx.free_id("end"));
    let next = used.at.node.after(output::NEXT);
    let to = json!({"next": person, "no_answer": next.map_or(end.as_str(), |next| next.0.as_str())});
    let mut nodes = vec![
        json!({"id": wait, "kind": "wait_reply", "title": "Answers", "timeout": "20h", "to": to}),
        somebody(&person, &used.at),
    ];
    if next.is_none() {
        nodes.push(json!({"id": end, "kind": "end", "title": "No answer"}));
    }
    for node in &mut nodes {
        in_lane(node, &used.at);
    }
    let mut edits = cx.add(nodes)?;
    edits.push(used.at.lead(output::NEXT, &wait));
    Some(Fix { title: "Wait for an answer".to_owned(), edits })
}
