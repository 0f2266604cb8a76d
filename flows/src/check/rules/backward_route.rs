//! The routing model has a way forward and the same way back.
//!
//! # Why
//!
//! People can always go back by themselves; Meta wants only the ways forward to be listed.
//!
//! # Example
//!
//! ```json
//! {"routing_model": {"ASK": ["MORE"], "MORE": ["ASK", "THANKS"]}}
//! ```
//!
//! # Fix
//!
//! Remove the way back.

use std::collections::HashSet;

use crate::check::Severity;
use crate::check::context::FlowContext;
use crate::check::findings::{Findings, Spot, short};
use crate::check::mend;
use crate::check::rule::{Rule, Run};
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "backward-route",
    severity: Severity::Blocked,
    codes: &["INVALID_ROUTING_MODEL"],
    checks: &[],
    source: include_str!("backward_route.rs"),
    run: Run::Flow(run),
};

fn run<'t>(cx: &FlowContext<'_, 't>, out: &mut Findings<'t>) {
    let Some(model) = cx.flow.routing_model else { return };
    let mut earlier = HashSet::new();
    for route in model.members() {
        let from = route.key();
        for target in route.value.items() {
            let Some(to) = target.as_str().filter(|to| *to != from) else { continue };
            // The one that is written later is the way back.
            if earlier.contains(&(to.clone(), from.clone())) {
                let message = format!(
                    "Backward route [{from}->{to}] corresponding to forward route [{to}->{from}] is not allowed \
                     in the routing model. Only forward routes can be specified."
                );
                let headline = format!("The way from {} back to {} is not needed", short(&from), short(&to));
                out.add(&RULE, message, headline, &[Spot::value(target)])
                    .mended(mend::remove_item(target, "Take the way back out"));
            }
        }
        earlier.extend(route.value.items().filter_map(Node::as_str).map(|to| (from.clone(), to)));
    }
}
