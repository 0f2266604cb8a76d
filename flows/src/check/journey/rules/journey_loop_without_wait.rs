//! Steps go round without a wait.
//!
//! # Why
//!
//! Nothing would stop it: the engine ends such a run, and everybody in it is lost.
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

use std::collections::BTreeSet;

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::journey::JourneyContext;
use crate::check::rule::{Rule, Run};
use crate::journey::{Body, Length, Role};

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-loop-without-wait",
    severity: Severity::Blocked,
    codes: &[],
    checks: &[],
    source: include_str!("journey_loop_without_wait.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    // A wait for no time at all is none.
    let passes = |index: usize| {
        cx.journey().nodes.get(index).is_some_and(|node| match &node.body {
            Body::Wait(wait) => wait.lasts == Length::ZERO,
            Body::Ask(_) | Body::Flow(_) | Body::Assign(_) | Body::Call(_) | Body::GoTo(_) => false,
            body => body.role() != Role::Wait && body.outside().is_none(),
        })
    };
    let mut told = BTreeSet::new();
    for at in cx.nodes().filter(|at| passes(at.index)) {
        let mut seen = BTreeSet::new();
        let mut open: Vec<usize> = cx.after(at.index).collect();
        while let Some(next) = open.pop() {
            if passes(next) && seen.insert(next) {
                open.extend(cx.after(next));
            }
        }
        if seen.contains(&at.index) && !told.contains(&at.index) {
            told.extend(seen);
            let headline = format!("From '{}' it goes round without a wait", at.called());
            out.add(&RULE, "", headline, &[Spot::value(at.text)]);
        }
    }
}
