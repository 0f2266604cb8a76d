//! A list has more entries than allowed.
//!
//! # Why
//!
//! The phone has no room for them, so Meta refuses the form.
//!
//! # Example
//!
//! ```json
//! {"id": "cut", "main-content": {"title": "Cut"}, "tags": ["new", "hot", "sale", "best"]}
//! ```
//!
//! # Fix
//!
//! Remove entries.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::findings::{Findings, Spot, plain};
use crate::check::mend;
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "list-too-long",
    severity: Severity::Blocked,
    codes: &["MAX_ITEMS_REQUIRED"],
    checks: &[],
    source: include_str!("list_too_long.rs"),
    run: Run::Schema,
};

pub(in crate::check) fn found<'t>(node: Node<'t>, property: &str, most: u32, out: &mut Findings<'t>) {
    let items = if most == 1 { "item" } else { "items" };
    let message = format!("Property '{property}' should have at most '{most}' {items}.");
    out.add(
        &RULE,
        message,
        format!("'{}' can have {most} {items} at most", plain(property)),
        &[Spot::value(node)],
    )
    .mended_by(fewer(node, most));
}

/// Keeps the first ones.
fn fewer(node: Node<'_>, most: u32) -> Vec<Fix> {
    let surplus: Vec<_> = node.items().skip(most as usize).map(Node::pointer).collect();
    let title = format!("Keep the first {most}");
    vec![mend::fix(title, Edit::RemoveItems { items: surplus })]
}
