//! The file is JSON, but not a form: its outermost value is not an object.
//!
//! # Why
//!
//! A form is an object with a version and screens.
//!
//! # Example
//!
//! ```json
//! [{"version": "7.3"}]
//! ```
//!
//! # Fix
//!
//! Export the form again, or choose the right file.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "not-an-object",
    severity: Severity::Blocked,
    codes: &["INVALID_FLOW_JSON"],
    checks: &[],
    source: include_str!("not_an_object.rs"),
    run: Run::Schema,
};

pub(in crate::check) fn found<'t>(root: Node<'t>, out: &mut Findings<'t>) {
    let message = "Flow JSON is not valid. JSON is not an object";
    out.add(&RULE, message, "This file is not a form", &[Spot::value(root)]);
}
