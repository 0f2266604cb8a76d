//! A text that must not be empty is empty.
//!
//! # Why
//!
//! People would see a part without words, so Meta refuses the form.
//!
//! # Example
//!
//! ```json
//! {"type": "Footer", "label": ""}
//! ```
//!
//! # Fix
//!
//! Write at least one character.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot, plain};
use crate::check::mend;
use crate::check::rule::{Rule, Run};
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "empty-text",
    severity: Severity::Blocked,
    codes: &["MIN_CHARS_REQUIRED"],
    checks: &[],
    source: include_str!("empty_text.rs"),
    run: Run::Schema,
};

pub(in crate::check) fn found<'t>(node: Node<'t>, property: &str, least: u32, out: &mut Findings<'t>) {
    let message = format!("Property '{property}' should have at least '{least}' character(s).");
    out.add(&RULE, message, format!("'{}' is empty; write something", plain(property)), &[Spot::value(node)])
        .mended_by(mend::reword(node, property));
}
