//! A number is larger than allowed.
//!
//! # Why
//!
//! Meta refuses numbers that the phone cannot work with.
//!
//! # Example
//!
//! ```json
//! {"type": "PhotoPicker", "name": "photos", "label": "Photos", "max-uploaded-photos": 31}
//! ```
//!
//! # Fix
//!
//! Use a smaller number, or remove the setting.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::findings::{Findings, Spot, plain};
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "number-too-large",
    severity: Severity::Blocked,
    codes: &["MAXIMUM_VALUE_REQUIRED"],
    checks: &[],
    source: include_str!("number_too_large.rs"),
    run: Run::Schema,
};

pub(in crate::check) fn found<'t>(node: Node<'t>, property: &str, most: f64, out: &mut Findings<'t>) {
    let message = format!("The maximum value allowed for property '{property}' is {most}.");
    let edit = Edit::ReplaceValue { at: node.pointer(), value: super::number(most) };
    out.add(&RULE, message, format!("'{}' can be {most} at most", plain(property)), &[Spot::value(node)])
        .mended(Fix { title: format!("Set it to {most}"), edits: vec![edit] });
}
