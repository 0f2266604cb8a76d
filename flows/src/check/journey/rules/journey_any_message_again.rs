//! Whoever writes several messages gets the same answer to each of them.
//!
//! # Why
//!
//! People write in several short messages. A start that hears any message begins with each of them as soon as the journey is
//! through, or at once where people begin anew or come in several times: they get the same words each time, feel
//! unheard, and you pay for each. Looked for is a way on which something is said and no time passes; waiting for an answer or
//! for a person passes time.
//!
//! # Example
//!
//! ```json
//! [{"id": "else", "kind": "any_message", "to": {"next": "sorry"}}, {"id": "sorry", "kind": "send", "messages": []}]
//! ```
//!
//! # Fix
//!
//! Wait behind the answer: until that is over, nobody comes in again.

use std::collections::BTreeSet;

use serde_json::json;

use super::shorten;
use crate::check::findings::{Findings, Spot};
use crate::check::journey::JourneyContext;
use crate::check::journey::context::At;
use crate::check::journey::graph::in_lane;
use crate::check::rule::{Rule, Run};
use crate::check::{Fix, Severity, mend};
use crate::journey::{Body, JourneyNode, Length, OutputRole, ReEntry, Role};

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-any-message-again",
    severity: Severity::Advice,
    codes: &[],
    checks: &[],
    source: include_str!("journey_any_message_again.rs"),
    run: Run::Journey(run),
};

/// How long nobody comes in again when the button is taken. Ours: the rest of a working day.
const PAUSE: Length = Length::of_hours(12);

/// Where a way ends on which no time passes: after an output of a node.
type Ending = (usize, String);

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    let re_entry = cx.journey().settings.re_entry;
    if re_entry == ReEntry::Never {
        return;
    }
    for at in cx.nodes().filter(|at| !at.node.off && matches!(at.node.body, Body::AnyMessage(_))) {
        let (says, endings) = followed(cx, at.index);
        if !says || (endings.is_empty() && re_entry == ReEntry::WhenFinished) {
            continue;
        }
        let headline = format!("After '{}' each message gets the same answer", at.called());
        out.add(&RULE, "", shorten(&headline), &[Spot::value(at.text)])
            .mended_by(pause(cx, &at, &endings).into_iter().collect());
    }
}

/// Whether something is said behind a start before time passes, and where the ways end on which none does and something is said.
fn followed(cx: &JourneyContext<'_>, start: usize) -> (bool, Vec<Ending>) {
    let (mut says, mut endings, mut seen) = (false, Vec::new(), BTreeSet::new());
    let mut open = vec![(start, false)];
    while let Some((index, said)) = open.pop() {
        let Some(at) = cx.at(index).filter(|_| seen.insert((index, said))) else { continue };
        if !at.node.off && takes_time(at.node) {
            says |= at.node.body.role() == Role::Say;
            continue;
        }
        let speaks =
            matches!(at.node.body, Body::Send(_) | Body::SendTemplate(_) | Body::Faq(_) | Body::Ai(_));
        let said = said || (speaks && !at.node.off);
        says |= said;
        let is_way = |role| !matches!(role, OutputRole::Closed | OutputRole::Failed | OutputRole::NoAnswer);
        for output in at.node.body.outputs().into_iter().filter(|output| is_way(output.role)) {
            let next = at.node.after(&output.name).and_then(|id| cx.place(id));
            match next.filter(|next| cx.at(*next).is_some_and(|at| !matches!(at.node.body, Body::End(_)))) {
                Some(next) => open.push((next, said)),
                None if said => endings.push((index, output.name)),
                None => {}
            }
        }
    }
    (says, endings)
}

/// Whether time passes at a node, or it is not known where people are then.
fn takes_time(node: &JourneyNode) -> bool {
    let asks = matches!(node.body, Body::Ask(_) | Body::Flow(_) | Body::Assign(_));
    asks || node.body.role() == Role::Wait || matches!(node.body, Body::Call(_) | Body::GoTo(_))
}

/// A wait at each of the endings, and nobody comes in before it is over.
fn pause(cx: &JourneyContext<'_>, at: &At<'_, '_>, endings: &[Ending]) -> Option<Fix> {
    let wait = cx.free_id("pause");
    let mut edits = Vec::new();
    if !endings.is_empty() {
        let mut node = json!({"id": wait, "kind": "wait", "title": "No second answer", "for": PAUSE});
        let ends = endings.iter().find_map(|(index, output)| cx.at(*index)?.node.after(output));
        if let (Some(end), Some(members)) = (ends, node.as_object_mut()) {
            members.insert("to".to_owned(), json!({"next": end.0}));
        }
        in_lane(&mut node, at);
        edits.extend(cx.add([node])?);
        let ways: BTreeSet<&Ending> = endings.iter().collect();
        for (index, output) in ways {
            edits.push(cx.at(*index)?.lead(output, &wait));
        }
    }
    if cx.journey().settings.re_entry != ReEntry::WhenFinished {
        edits.push(mend::without(cx.root.get("settings")?, "re_entry"));
    }
    Some(Fix { title: format!("Answer again after {PAUSE} at the earliest"), edits })
}
