//! A connection leaves by a way that the step does not have.
//!
//! # Why
//!
//! Nobody ever goes there. It happens when a button or a case was taken away or renamed.
//!
//! # Example
//!
//! ```json
//! {"id": "hi", "kind": "keyword", "words": ["hi"], "to": {"maybe": "hello"}}
//! ```
//!
//! # Fix
//!
//! Connect one of its ways to that step, or remove the connection.

use super::shorten;
use crate::check::Severity;
use crate::check::findings::{Findings, Spot, short};
use crate::check::journey::JourneyContext;
use crate::check::rule::{Rule, Run};
use crate::journey::Body;

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-way-unknown",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("journey_way_unknown.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    for at in cx.nodes().filter(|at| !matches!(at.node.body, Body::Sealed(_))) {
        let outputs = at.node.body.outputs();
        for output in at.node.to.keys().filter(|name| !outputs.iter().any(|known| known.name == **name)) {
            let Some(way) = at.way(output) else { continue };
            let headline = format!("Nobody leaves '{}' by the way '{}'", at.called(), short(output));
            out.add(&RULE, "", shorten(&headline), &[Spot::value(way)])
                .mended_by(at.disconnect(output).into_iter().collect());
        }
    }
}
