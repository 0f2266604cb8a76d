//! A screen leads to more screens than Meta allows.
//!
//! # Why
//!
//! People would be lost, and Meta refuses the form.
//!
//! # Example
//!
//! ```json
//! {"routing_model": {"MENU": ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K"]}}
//! ```
//!
//! # Fix
//!
//! Put a screen in between that groups some of them.

use crate::check::Severity;
use crate::check::context::FlowContext;
use crate::check::findings::{Findings, Spot, short};
use crate::check::routes::Routes;
use crate::check::rule::{Rule, Run};
use crate::facts;

pub(in crate::check) static RULE: Rule = Rule {
    id: "too-many-branches",
    severity: Severity::Blocked,
    codes: &["INVALID_ROUTING_MODEL"],
    checks: &[],
    source: include_str!("too_many_branches.rs"),
    run: Run::Flow(run),
};

fn run<'t>(cx: &FlowContext<'_, 't>, out: &mut Findings<'t>) {
    let most = facts::limits().branches_per_screen as usize;
    let routes = Routes::of(cx);
    if !cx.has_ways() {
        return;
    }
    let over: Vec<_> = routes.edges.iter().filter(|(_, to)| to.len() > most).map(|(from, _)| from.as_ref()).collect();
    let Some(first) = over.first() else { return };
    let ids = over.join(", ");
    let (message, spots): (String, Vec<_>) = match cx.flow.routing_model {
        Some(model) => (
            format!("Number of branches exceeds the max limit of {most} for screens: [{ids}]."),
            over.iter().filter_map(|id| model.get(id)).map(Spot::value).collect(),
        ),
        None => (
            format!(
                "Number of branches exceeds the max limit of {most} for screens: [{ids}]. Reduce navigate actions \
                 for the screen."
            ),
            over.iter().filter_map(|id| cx.flow.screen(id)?.node.get("id")).map(Spot::value).collect(),
        ),
    };
    out.add(&RULE, message, format!("Screen {} leads to more than {most} screens", short(first)), &spots);
}
