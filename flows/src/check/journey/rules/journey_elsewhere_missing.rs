//! A step goes on in a journey that is not there, or opens a Flow that is not there.
//!
//! # Why
//!
//! People would be left behind.
//!
//! # Example
//!
//! ```json
//! {"id": "more", "kind": "call", "journey": "after_purchse"}
//! ```
//!
//! # Fix
//!
//! Choose one that is there.

use super::shorten;
use crate::check::findings::{Findings, short};
use crate::check::journey::JourneyContext;
use crate::check::rule::{Rule, Run};
use crate::check::{Severity, mend};
use crate::journey::Body;

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-elsewhere-missing",
    severity: Severity::Blocked,
    codes: &[],
    checks: &[],
    source: include_str!("journey_elsewhere_missing.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    if !cx.knows_project {
        return;
    }
    for at in cx.nodes() {
        let journey = match &at.node.body {
            Body::Call(call) => &call.journey,
            Body::GoTo(go) => &go.journey,
            Body::Flow(flow) => {
                let is_there = |name: &str| cx.project().flows.iter().any(|known| known == name);
                if let Some(name) = flow.name().filter(|name| !is_there(name)) {
                    let headline = format!("There is no Flow '{}'", short(name));
                    out.add(&RULE, "", shorten(&headline), &[at.spot("message")]);
                }
                continue;
            }
            _ => continue,
        };
        let journeys = &cx.project().journeys;
        if !journeys.contains_key(journey) {
            let headline = format!("There is no journey '{}'", short(&journey.0));
            let names: Vec<&str> = journeys.keys().map(|name| name.0.as_str()).collect();
            let fixes = at.text.get("journey").map(|name| mend::choose(name, &names)).unwrap_or_default();
            out.add(&RULE, "", shorten(&headline), &[at.spot("journey")]).mended_by(fixes);
        }
    }
}
