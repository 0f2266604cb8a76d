//! Two cases of a branch or two sides of a split have one id, or there are none.
//!
//! # Why
//!
//! Only the first of two can be told from the other; without any there is nothing to choose.
//!
//! # Example
//!
//! ```json
//! {"id": "b", "kind": "branch", "cases": [{"id": "a", "name": "A", "when": "window_open"}, {"id": "a", "name": "B", "when": "consent"}]}
//! ```
//!
//! # Fix
//!
//! Give each an id of its own.

use crate::check::Severity;
use crate::check::findings::Findings;
use crate::check::journey::JourneyContext;
use crate::check::rule::{Rule, Run};
use crate::journey::Body;

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-choice-twice",
    severity: Severity::Blocked,
    codes: &[],
    checks: &[],
    source: include_str!("journey_choice_twice.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    for at in cx.nodes() {
        let (list, ids): (&str, Vec<&str>) = match &at.node.body {
            Body::Branch(branch) => ("cases", branch.cases.iter().map(|case| case.id.as_str()).collect()),
            Body::Split(split) => ("ways", split.ways.iter().map(|way| way.id.as_str()).collect()),
            _ => continue,
        };
        let twice = ids.iter().enumerate().any(|(index, id)| ids.iter().take(index).any(|other| other == id));
        if ids.is_empty() || twice {
            let what = if twice { "has the same choice twice" } else { "has nothing to choose from" };
            out.add(&RULE, "", format!("'{}' {what}", at.called()), &[at.spot(list)]);
        }
    }
}
