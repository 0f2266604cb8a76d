//! A button leads to a screen that the routing model does not name as following.
//!
//! # Why
//!
//! With a routing model, Meta allows only the ways that it lists.
//!
//! # Example
//!
//! ```json
//! {"routing_model": {"ASK": []}, "screens": [{"id": "ASK", "layout": {"children": [{"type": "Footer", "on-click-action": {"name": "navigate", "next": {"type": "screen", "name": "THANKS"}}}]}}]}
//! ```
//!
//! # Fix
//!
//! Add the way to the routing model, or change where the button leads.

use crate::check::Severity;
use crate::check::context::FlowContext;
use crate::check::findings::{Findings, Spot, short};
use crate::check::rule::{Rule, Run};

pub(in crate::check) static RULE: Rule = Rule {
    id: "route-missing-for-action",
    severity: Severity::Blocked,
    codes: &["INVALID_ROUTING_MODEL"],
    checks: &["RoutesV500", "RoutesV602"],
    source: include_str!("route_missing_for_action.rs"),
    run: Run::Flow(run),
};

fn run<'t>(cx: &FlowContext<'_, 't>, out: &mut Findings<'t>) {
    let Some(model) = cx.flow.routing_model else { return };
    for (screen, outline) in cx.flow.screens.iter().zip(cx.outlines) {
        if outline.navigation_lists > 0 && cx.runs(&["RoutesV602"]) {
            continue;
        }
        for id in &outline.targets {
            let Some(target) = cx.flow.screen(id).filter(|target| target.id != screen.id) else { continue };
            let listed = model.get(&screen.id).is_some_and(|list| list.items().any(|item| item.is_str(id)));
            if !listed {
                let message = format!(
                    "Missing direct route from screen '{0}' to screen '{1}' in the routing model, while it exists \
                     in the navigate screen action of screen '{0}'.",
                    screen.id, id
                );
                let headline = format!("The way from {} to {} is not listed", short(&screen.id), short(id));
                let ids = [screen.node.get("id"), target.node.get("id")];
                let spots: Vec<_> = ids.into_iter().flatten().map(Spot::value).collect();
                out.add(&RULE, message, headline, &spots);
            }
        }
    }
}
