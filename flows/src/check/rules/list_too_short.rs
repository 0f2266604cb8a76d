//! A list that needs entries has none, or too few.
//!
//! # Why
//!
//! There would be nothing to choose from or to show, so Meta refuses the form.
//!
//! # Example
//!
//! ```json
//! {"type": "Dropdown", "name": "size", "label": "Size", "data-source": []}
//! ```
//!
//! # Fix
//!
//! Add an entry.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::findings::{Findings, Spot, plain};
use crate::check::mend;
use crate::check::rule::{Rule, Run};
use crate::edit::{Edit, mending};
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "list-too-short",
    severity: Severity::Blocked,
    codes: &["MIN_ITEMS_REQUIRED"],
    checks: &[],
    source: include_str!("list_too_short.rs"),
    run: Run::Schema,
};

pub(in crate::check) fn found<'t>(node: Node<'t>, property: &str, least: u32, out: &mut Findings<'t>) {
    let items = if least == 1 { "item" } else { "items" };
    let message = format!("Property '{property}' should have at least '{least}' {items}.");
    out.add(
        &RULE,
        message,
        format!("'{}' needs at least {least} {items}", plain(property)),
        &[Spot::value(node)],
    )
    .mended_by(more(node, property, least));
}

/// Adds what a new part would have, or does without the list.
fn more(node: Node<'_>, property: &str, least: u32) -> Vec<Fix> {
    let Some(owner) = node.parent() else { return Vec::new() };
    if property == "screens" {
        let edit =
            Edit::AddScreen { title: "Welcome".to_owned(), position: None, connect_from: None, via: None };
        return vec![mend::fix("Add a screen", edit)];
    }
    if mend::is_optional(owner, property) {
        return vec![mend::remove(owner, property)];
    }
    let count = node.items().count();
    let missing = (least as usize).saturating_sub(count);
    match mending::new_item(owner, property).filter(|_| missing == 1) {
        Some(value) => {
            let index = u32::try_from(count).unwrap_or(0);
            vec![mend::fix("Add one", Edit::InsertItem { at: node.pointer(), index, value })]
        }
        None => Vec::new(),
    }
}
