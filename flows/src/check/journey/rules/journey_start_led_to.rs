//! A way leads to a start.
//!
//! # Why
//!
//! Starts are where people come in from outside; nobody can be sent there.
//!
//! # Example
//!
//! ```json
//! {"id": "again", "kind": "wait", "for": "1d", "to": {"next": "first_message"}}
//! ```
//!
//! # Fix
//!
//! Connect it to the step after the start.

use serde_json::json;

use crate::check::findings::{Findings, Spot};
use crate::check::journey::JourneyContext;
use crate::check::rule::{Rule, Run};
use crate::check::{Fix, Severity, mend};
use crate::journey::Role;

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-start-led-to",
    severity: Severity::Blocked,
    codes: &[],
    checks: &[],
    source: include_str!("journey_start_led_to.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    let is_start =
        |place: usize| cx.journey().nodes.get(place).is_some_and(|node| node.body.role() == Role::Trigger);
    for at in cx.nodes().filter(|at| cx.after(at.index).any(is_start)) {
        for (output, target) in &at.node.to {
            let Some(start) = cx.place(target).and_then(|place| cx.journey().nodes.get(place)) else {
                continue;
            };
            let Some(way) = at.way(output).filter(|_| start.body.role() == Role::Trigger) else { continue };
            let behind = start.to.get("next").filter(|next| cx.place(next).is_some());
            let mut fixes: Vec<Fix> = behind
                .map(|next| mend::fix("Lead to the step behind it", mend::replace(way, json!(next.0))))
                .into_iter()
                .collect();
            fixes.extend(at.disconnect(output));
            let headline = format!("A way from '{}' leads to a start", at.called());
            out.add(&RULE, "", headline, &[Spot::value(way)]).mended_by(fixes);
        }
    }
}
