//! The routing model leaves out a screen.
//!
//! # Why
//!
//! Meta asks for every screen that does not end the form, even if nothing follows it.
//!
//! # Example
//!
//! ```json
//! {"routing_model": {"ASK": ["THANKS"]}, "screens": [{"id": "ASK"}, {"id": "MORE"}, {"id": "THANKS", "terminal": true}]}
//! ```
//!
//! # Fix
//!
//! Add the screen with the screens that can follow it.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::context::FlowContext;
use crate::check::findings::{Findings, Spot, screen_name};
use crate::check::mend;
use crate::check::rule::{Rule, Run};

pub(in crate::check) static RULE: Rule = Rule {
    id: "screen-missing-in-routes",
    severity: Severity::Blocked,
    codes: &["INVALID_ROUTING_MODEL"],
    checks: &[],
    source: include_str!("screen_missing_in_routes.rs"),
    run: Run::Flow(run),
};

fn run<'t>(cx: &FlowContext<'_, 't>, out: &mut Findings<'t>) {
    let Some(model) = cx.flow.routing_model else { return };
    let missing: Vec<_> =
        cx.flow.screens.iter().filter(|s| !s.terminal && model.get(&s.id).is_none()).collect();
    let Some(first) = missing.first() else { return };
    let ids: Vec<&str> = missing.iter().map(|screen| screen.id.as_ref()).collect();
    let spots: Vec<_> = missing.iter().filter_map(|s| s.node.get("id")).map(Spot::value).collect();
    let message = format!("Following screens are missing in the routing model: [{}].", ids.join(", "));
    let headline = format!("Screen {} is missing in the list of ways", screen_name(cx.flow, first.index));
    let edits = missing
        .iter()
        .map(|screen| mend::set(model, &screen.id, super::ways_of(cx, screen.index).into()))
        .collect();
    let finding = out.add(&RULE, message, headline, &spots);
    finding.mended(Fix { title: "List its ways".to_owned(), edits });
    if !cx.has_ways() {
        finding.only_documented();
    }
}
