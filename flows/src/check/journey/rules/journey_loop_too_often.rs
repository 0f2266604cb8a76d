//! Steps go round so often that the run is ended.
//!
//! # Why
//!
//! A run goes through at most 1,000 steps within 24 hours in which the person does not write: a loop of seconds would write,
//! or ask another system, thousands of times. The engine ends such a run, and everybody in it is lost.
//!
//! # Example
//!
//! ```json
//! [{"id": "paid", "kind": "http", "to": {"next": "w"}}, {"id": "w", "kind": "wait", "for": "20s", "to": {"next": "paid"}}]
//! ```
//!
//! # Fix
//!
//! Wait longer in the loop (three steps with a wait of five minutes are fine), or leave it after a while.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::journey::JourneyContext;
use crate::check::rule::{Rule, Run};

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-loop-too-often",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("journey_loop_too_often.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    for at in cx.hasty().iter().filter_map(|steps| cx.at(*steps.first()?)) {
        let headline = format!("From '{}' it goes round too often", at.called());
        out.add(&RULE, "", headline, &[Spot::value(at.text)]);
    }
}
