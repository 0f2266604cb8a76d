//! The form has no first screen: some button leads to each of them.
//!
//! # Why
//!
//! Meta opens the form at a screen that nothing leads to, and finds none.
//!
//! # Example
//!
//! ```json
//! {"routing_model": {"ASK": ["MORE"], "MORE": ["THANKS"], "THANKS": ["ASK"]}}
//! ```
//!
//! # Fix
//!
//! Remove the way back to the screen where the form should begin.

use crate::check::Severity;
use crate::check::context::FlowContext;
use crate::check::findings::{Findings, Spot};
use crate::check::routes::Routes;
use crate::check::rule::{Rule, Run};

pub(in crate::check) static RULE: Rule = Rule {
    id: "no-entry-screen",
    severity: Severity::Blocked,
    codes: &["INVALID_ROUTING_MODEL"],
    checks: &["RoutingModelEntryScreenV500", "RoutingModelEntryScreenV602", "RoutingModelEntryScreenV703"],
    source: include_str!("no_entry_screen.rs"),
    run: Run::Flow(run),
};

fn run<'t>(cx: &FlowContext<'_, 't>, out: &mut Findings<'t>) {
    if !cx.has_ways() {
        return;
    }
    let routes = Routes::of(cx);
    // From 7.3 on, actions count even where a routing model says otherwise.
    let actions_too = cx.runs(&["RoutingModelEntryScreenV703"]);
    let mut entered = routes.entered();
    if actions_too {
        entered.extend(cx.outlines.iter().flat_map(|outline| &outline.targets).map(String::as_str));
    }
    if cx.flow.screens.iter().any(|screen| !entered.contains(screen.id.as_ref())) {
        return;
    }
    let (message, node) = match cx.flow.routing_model {
        Some(model) => (
            "No entry screen found in the routing model. Expected a screen with no inbound edges as the entry screen.",
            Some(model),
        ),
        None => (
            "No entry screen found in the routing model. Add a screen that is not used as the next screen in any \
             of the navigate actions.",
            cx.flow.root.get("screens"),
        ),
    };
    let spots: Vec<_> = node.map(Spot::value).into_iter().collect();
    out.add(&RULE, message, "The form has no first screen", &spots);
}
