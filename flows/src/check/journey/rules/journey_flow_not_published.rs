//! A step opens a Flow that is not published yet.
//!
//! # Why
//!
//! Phones open only what is published. Publishing the journey takes the Flow along; once it is out, Meta lets only some
//! of it be changed.
//!
//! # Example
//!
//! ```json
//! {"id": "book", "kind": "flow", "message": {"interactive": {"action": {"parameters": {"flow_name": "booking"}}}}}
//! ```
//!
//! # Fix
//!
//! Look at the Flow once more and publish; or publish the Flow by itself before.

use super::shorten;
use crate::check::Severity;
use crate::check::findings::{Findings, short};
use crate::check::journey::JourneyContext;
use crate::check::rule::{Rule, Run};
use crate::journey::Body;

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-flow-not-published",
    severity: Severity::Advice,
    codes: &[],
    checks: &[],
    source: include_str!("journey_flow_not_published.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    for at in cx.nodes().filter(|at| !at.node.off) {
        let Body::Flow(flow) = &at.node.body else { continue };
        if let Some(name) = flow.name().filter(|name| cx.project().drafts.contains(*name)) {
            let headline = format!("The Flow '{}' is a draft; publishing takes it along", short(name));
            out.add(&RULE, "", shorten(&headline), &[at.spot("message")]);
        }
    }
}
