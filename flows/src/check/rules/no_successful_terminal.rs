//! Every screen that ends the form is marked as a bad end (`success: false`).
//!
//! # Why
//!
//! There must be a way to finish the form well, so Meta refuses it.
//!
//! # Example
//!
//! ```json
//! {"id": "BYE", "title": "Bye", "terminal": true, "success": false}
//! ```
//!
//! # Fix
//!
//! Remove `success: false` from one of the ends.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::context::FlowContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "no-successful-terminal",
    severity: Severity::Blocked,
    codes: &["INVALID_PROPERTY_VALUE"],
    checks: &[],
    source: include_str!("no_successful_terminal.rs"),
    run: Run::Flow(run),
};

fn run<'t>(cx: &FlowContext<'_, 't>, out: &mut Findings<'t>) {
    let ends: Vec<_> = cx.flow.screens.iter().filter(|screen| screen.terminal).collect();
    let failed: Vec<_> = ends
        .iter()
        .filter_map(|screen| screen.node.get("success"))
        .filter(|success| success.as_bool() == Some(false))
        .collect();
    if ends.is_empty() || failed.len() < ends.len() {
        return;
    }
    let message = "At least one terminal screen must have property 'success' set as true.";
    let spots: Vec<_> = failed.iter().map(|node| Spot::value(*node)).collect();
    let finding = out.add(&RULE, message, "No end of the form counts as finished well", &spots);
    if let Some(at) = failed.last().and_then(|node| node.parent()).map(Node::pointer) {
        let edit = Edit::RemoveProperty { at, key: "success".to_owned() };
        finding.mended(Fix { title: "Make the last one a good end".to_owned(), edits: vec![edit] });
    }
}
