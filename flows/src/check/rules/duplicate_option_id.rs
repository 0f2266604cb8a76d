//! Two entries of a list have the same id.
//!
//! # Why
//!
//! The answer is the id, so nobody could tell which of the two was chosen.
//!
//! # Example
//!
//! ```json
//! [{"id": "small", "title": "Small"}, {"id": "small", "title": "Large"}]
//! ```
//!
//! # Fix
//!
//! Give one of them another id.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot, short};
use crate::check::rule::{Rule, Run};
use crate::json::Node;
use std::collections::HashSet;

pub(in crate::check) static RULE: Rule = Rule {
    id: "duplicate-option-id",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("duplicate_option_id.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for component in &cx.components {
        for list in ["data-source", "list-items"].iter().filter_map(|key| component.get(key)) {
            let mut seen = HashSet::new();
            for node in list.items().filter_map(|item: Node<'t>| item.get("id")) {
                let id = node.as_str().unwrap_or_default();
                if !seen.insert(id.clone()) {
                    out.add(&RULE, "", format!("Two entries have the id '{}'", short(&id)), &[Spot::value(node)]);
                }
            }
        }
    }
}
