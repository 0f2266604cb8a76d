//! The id of a row of a navigation list is empty.
//!
//! # Why
//!
//! The answer is the id. Meta takes the form, but the phone shows an error.
//!
//! # Example
//!
//! ```json
//! {"id": "", "main-content": {"title": "Our prices"}}
//! ```
//!
//! # Fix
//!
//! Write an id of its own.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::flow::ComponentKind;
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "blank-row-id",
    severity: Severity::Risky,
    codes: &[],
    source: include_str!("blank_row_id.rs"),
    checks: &[],
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    let lists = cx.of_kind(ComponentKind::NavigationList).filter_map(|list| list.get("list-items"));
    for id in lists.flat_map(Node::items).filter_map(|row| row.get("id")) {
        if id.as_str().is_some_and(|id| id.trim().is_empty()) {
            out.add(&RULE, "", "The id of this row is empty", &[Spot::value(id)]);
        }
    }
}
