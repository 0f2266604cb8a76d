//! A journey has no start.
//!
//! # Why
//!
//! Nobody can come in: no word, link, ad, event or time starts it.
//!
//! # Example
//!
//! ```json
//! {"journey": 1, "nodes": [{"id": "hello", "kind": "end"}]}
//! ```
//!
//! # Fix
//!
//! Add what starts it: a first message, a word, a link, an event.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::journey::JourneyContext;
use crate::check::rule::{Rule, Run};
use crate::journey::Role;

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-start-missing",
    severity: Severity::Blocked,
    codes: &[],
    checks: &[],
    source: include_str!("journey_start_missing.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    if cx.nodes().any(|at| at.node.body.role() == Role::Trigger) {
        return;
    }
    let place = cx.root.get("nodes").unwrap_or(cx.root);
    out.add(&RULE, "", "Nothing starts this journey", &[Spot::value(place)]);
}
