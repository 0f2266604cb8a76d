//! A Switch has no cases.
//!
//! # Why
//!
//! There is nothing it could show, so Meta refuses it.
//!
//! # Example
//!
//! ```json
//! {"type": "Switch", "value": "${data.size}", "cases": {}}
//! ```
//!
//! # Fix
//!
//! Add a case, or delete the Switch.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;
use crate::flow::ComponentKind;

pub(in crate::check) static RULE: Rule = Rule {
    id: "empty-switch",
    severity: Severity::Blocked,
    codes: &["INVALID_PROPERTY_VALUE"],
    checks: &[],
    source: include_str!("empty_switch.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for component in cx.of_kind(ComponentKind::Switch) {
        let Some(cases) = component.get("cases").filter(|cases| cases.members().next().is_none()) else { continue };
        let edit = Edit::RemoveItems { items: vec![component.node.pointer()] };
        let message = "The 'cases' property of a Switch component cannot be empty.";
        out.add(&RULE, message, "This part has nothing to show; add a case", &[Spot::value(cases)])
            .mended(Fix { title: "Delete the Switch".to_owned(), edits: vec![edit] });
    }
}
