//! A screen is not connected with the rest of the form.
//!
//! # Why
//!
//! Nobody could ever reach it, so Meta refuses the form.
//!
//! # Example
//!
//! ```json
//! {"screens": [{"id": "ASK"}, {"id": "LOST"}, {"id": "THANKS", "terminal": true}]}
//! ```
//!
//! # Fix
//!
//! Connect it, or delete it.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::context::FlowContext;
use crate::check::findings::{Findings, Spot, short};
use crate::check::routes::Routes;
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;

pub(in crate::check) static RULE: Rule = Rule {
    id: "unconnected-screen",
    severity: Severity::Blocked,
    codes: &["INVALID_ROUTING_MODEL"],
    checks: &[],
    source: include_str!("unconnected_screen.rs"),
    run: Run::Flow(run),
};

fn run<'t>(cx: &FlowContext<'_, 't>, out: &mut Findings<'t>) {
    if !cx.has_ways() {
        return;
    }
    let lost = Routes::of(cx).unconnected(cx.flow);
    let Some(first) = lost.first() else { return };
    let ids: Vec<&str> = lost.iter().map(|screen| screen.id.as_ref()).collect();
    let via = if cx.flow.routing_model.is_some() { "" } else { " via navigate screen action" };
    let message = format!(
        "Following screens are not connected with the rest of the screens{via}: [{}]. All screens should be connected.",
        ids.join(", ")
    );
    let headline = match lost.len() {
        1 => format!("Nothing leads to screen {}", short(&first.id)),
        n => format!("{n} screens are not connected with the rest"),
    };
    let spots: Vec<_> = lost.iter().filter_map(|s| s.node.get("id")).map(Spot::value).collect();
    let screens = ids.iter().map(|id| (*id).to_owned()).collect();
    let title = if lost.len() == 1 { "Delete the screen" } else { "Delete these screens" };
    let finding = out.add(&RULE, message, headline, &spots);
    // Deleting the only ends would leave a form without one.
    let ends_left = cx.flow.screens.iter().any(|s| s.terminal && !ids.contains(&s.id.as_ref()));
    if ends_left {
        finding.mended(Fix { title: title.to_owned(), edits: vec![Edit::DeleteScreens { screens }] });
    }
}
