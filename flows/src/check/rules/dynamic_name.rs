//! The name of a field is a reference or an expression.
//!
//! # Why
//!
//! Answers arrive under their names, so a name has to be fixed.
//!
//! # Example
//!
//! ```json
//! {"type": "TextInput", "name": "${data.field}", "label": "Your answer"}
//! ```
//!
//! # Fix
//!
//! Give the field a fixed name.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::mend;
use crate::check::rule::{Rule, Run};
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "dynamic-name",
    severity: Severity::Blocked,
    codes: &["PATTERN_MISMATCH"],
    checks: &[],
    source: include_str!("dynamic_name.rs"),
    run: Run::Schema,
};

pub(in crate::check) fn binding<'t>(node: Node<'t>, property: &str, out: &mut Findings<'t>) {
    let message = format!(
        "Property '{property}' should not be dynamic data format of the form \
         ${{screen.data.your_value}} or ${{data.your_value}}."
    );
    out.add(&RULE, message, "A field's name must be fixed, not taken from data", &[Spot::value(node)])
        .mended_by(mend::reword(node, property));
}

pub(in crate::check) fn expression<'t>(node: Node<'t>, property: &str, out: &mut Findings<'t>) {
    let message = format!("Property '{property}' should not be enclosed in backticks.");
    out.add(&RULE, message, "A field's name must be fixed, not taken from data", &[Spot::value(node)])
        .mended_by(mend::reword(node, property));
}
