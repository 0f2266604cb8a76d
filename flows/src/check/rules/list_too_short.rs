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

use crate::check::Severity;
use crate::check::findings::{Findings, Spot, plain};
use crate::check::rule::{Rule, Run};
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "list-too-short",
    severity: Severity::Blocked,
    codes: &["MIN_ITEMS_REQUIRED"],
    source: include_str!("list_too_short.rs"),
    run: Run::Schema,
};

pub(in crate::check) fn found<'t>(node: Node<'t>, property: &str, least: u32, out: &mut Findings<'t>) {
    let items = if least == 1 { "item" } else { "items" };
    let message = format!("Property '{property}' should have at least '{least}' {items}.");
    out.add(&RULE, message, format!("'{}' needs at least {least} {items}", plain(property)), &[Spot::value(node)]);
}
