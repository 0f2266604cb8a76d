//! A text that people should read is blank.
//!
//! # Why
//!
//! People would see an empty place, so Meta refuses the form.
//!
//! # Example
//!
//! ```json
//! {"type": "TextBody", "text": " "}
//! ```
//!
//! # Fix
//!
//! Write something, or remove the part.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot, plain};
use crate::check::mend;
use crate::check::rule::{Rule, Run};
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "blank-text",
    severity: Severity::Blocked,
    codes: &["PATTERN_MISMATCH"],
    checks: &[],
    source: include_str!("blank_text.rs"),
    run: Run::Schema,
};

pub(in crate::check) fn found<'t>(node: Node<'t>, property: &str, out: &mut Findings<'t>) {
    let message = format!("Property '{property}' should not be blank or an empty string.");
    out.add(&RULE, message, format!("'{}' is blank; write something", plain(property)), &[Spot::value(node)])
        .mended_by(mend::reword(node, property));
}
