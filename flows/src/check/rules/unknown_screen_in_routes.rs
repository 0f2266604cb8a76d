//! The routing model names a screen that does not exist.
//!
//! # Why
//!
//! A way to nowhere cannot be followed, so Meta refuses the form.
//!
//! # Example
//!
//! ```json
//! {"routing_model": {"ASK": ["THANKS"], "OLD": []}}
//! ```
//!
//! # Fix
//!
//! Remove the name from the routing model, or correct it.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::context::FlowContext;
use crate::check::findings::{Findings, MOST_PLACES, Spot, short};
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;
use crate::json::{Node, Pointer};

pub(in crate::check) static RULE: Rule = Rule {
    id: "unknown-screen-in-routes",
    severity: Severity::Blocked,
    codes: &["INVALID_ROUTING_MODEL"],
    checks: &[],
    source: include_str!("unknown_screen_in_routes.rs"),
    run: Run::Flow(run),
};

fn run<'t>(cx: &FlowContext<'_, 't>, out: &mut Findings<'t>) {
    let missing = |id: &str| cx.flow.screen(id).is_none();
    let mut sources = Vec::new();
    let mut targets = Vec::new();
    for route in cx.flow.routing_model.into_iter().flat_map(Node::members) {
        if missing(&route.key()) {
            sources.push((route.key(), Spot::name(route)));
        }
        for target in route.value.items() {
            if let Some(id) = target.as_str().filter(|id| missing(id)) {
                targets.push((id, Spot::value(target)));
            }
        }
    }
    let model = Pointer::root().key("routing_model");
    for (ids_are_keys, group) in [(true, sources), (false, targets)] {
        let ids: Vec<&str> = group.iter().map(|(id, _)| id.as_ref()).collect();
        let spots: Vec<_> = group.iter().map(|(_, spot)| *spot).collect();
        if let Some(first) = ids.first() {
            let message = format!("Invalid screens found in the routing model: [{}].", ids.join(", "));
            let edits = if ids.len() > MOST_PLACES {
                Vec::new()
            } else if ids_are_keys {
                ids.iter()
                    .map(|id| Edit::RemoveProperty { at: model.clone(), key: (*id).to_owned() })
                    .collect()
            } else {
                vec![Edit::RemoveItems { items: group.iter().map(|(_, spot)| spot.pointer()).collect() }]
            };
            let title = format!("Take {} out of the list", short(first));
            let finding = out.add(&RULE, message, format!("There is no screen {}", short(first)), &spots);
            if !edits.is_empty() {
                finding.mended(Fix { title, edits });
            }
            if !cx.has_ways() {
                finding.only_documented();
            }
        }
    }
}
