//! In the routing model a screen leads to itself.
//!
//! # Why
//!
//! Meta allows ways forward only.
//!
//! # Example
//!
//! ```json
//! {"routing_model": {"ASK": ["ASK", "THANKS"]}}
//! ```
//!
//! # Fix
//!
//! Remove the screen from its own list.

use crate::check::Severity;
use crate::check::context::FlowContext;
use crate::check::findings::{Findings, Spot, short};
use crate::check::mend;
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "route-to-itself",
    severity: Severity::Blocked,
    codes: &["INVALID_ROUTING_MODEL"],
    checks: &[],
    source: include_str!("route_to_itself.rs"),
    run: Run::Flow(run),
};

fn run<'t>(cx: &FlowContext<'_, 't>, out: &mut Findings<'t>) {
    let mut loops = Vec::new();
    for route in cx.flow.routing_model.into_iter().flat_map(Node::members) {
        let key = route.key();
        if let Some(own) = route.value.items().find(|target| target.is_str(&key)) {
            loops.push((key, Spot::value(own)));
        }
    }
    let ids: Vec<&str> = loops.iter().map(|(id, _)| id.as_ref()).collect();
    let spots: Vec<_> = loops.iter().map(|(_, spot)| *spot).collect();
    if let Some(first) = ids.first() {
        let message = format!("Loop detected in the routing model for screens: [{}].", ids.join(", "));
        let items = spots.iter().map(Spot::pointer).collect();
        let finding = out.add(&RULE, message, format!("Screen {} leads to itself", short(first)), &spots);
        finding.mended(mend::fix("Take this way out", Edit::RemoveItems { items }));
        if !cx.has_ways() {
            finding.only_documented();
        }
    }
}
