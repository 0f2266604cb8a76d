//! A number is smaller than allowed.
//!
//! # Why
//!
//! Meta refuses numbers that the phone cannot work with.
//!
//! # Example
//!
//! ```json
//! {"type": "CheckboxGroup", "name": "extras", "label": "Extras", "max-selected-items": 1}
//! ```
//!
//! # Fix
//!
//! Use a larger number, or remove the setting.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::findings::{Findings, Spot, plain};
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "number-too-small",
    severity: Severity::Blocked,
    codes: &["MINIMUM_VALUE_REQUIRED"],
    checks: &[],
    source: include_str!("number_too_small.rs"),
    run: Run::Schema,
};

pub(in crate::check) fn found<'t>(node: Node<'t>, property: &str, least: f64, out: &mut Findings<'t>) {
    let message = format!("The minimum value allowed for property '{property}' is {least}.");
    let edit = Edit::ReplaceValue { at: node.pointer(), value: super::number(least) };
    out.add(&RULE, message, format!("'{}' must be at least {least}", plain(property)), &[Spot::value(node)])
        .mended(Fix { title: format!("Set it to {least}"), edits: vec![edit] });
}
