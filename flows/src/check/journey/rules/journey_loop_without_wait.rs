//! Steps go round without a wait.
//!
//! # Why
//!
//! Nothing would stop it: the engine ends such a run, and everybody in it is lost. It is told where some run may come
//! back to a step at once, also by way of other journeys.
//!
//! # Example
//!
//! ```json
//! {"id": "a", "kind": "set", "field": "x", "to": {"next": "a"}}
//! ```
//!
//! # Fix
//!
//! Put a wait or a question into the loop, or lead it elsewhere.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::journey::JourneyContext;
use crate::check::rule::{Rule, Run};

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-loop-without-wait",
    severity: Severity::Blocked,
    codes: &[],
    checks: &[],
    source: include_str!("journey_loop_without_wait.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    for at in cx.endless().iter().filter_map(|steps| cx.at(*steps.first()?)) {
        let headline = format!("From '{}' it goes round without a wait", at.called());
        out.add(&RULE, "", headline, &[Spot::value(at.text)]);
    }
}
