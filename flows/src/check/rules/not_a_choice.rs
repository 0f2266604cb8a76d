//! A setting has a value that is not among those it can take.
//!
//! # Why
//!
//! The phone knows a fixed set of values for it, so Meta refuses any other.
//!
//! # Example
//!
//! ```json
//! {"type": "TextInput", "name": "age", "label": "Age", "input-type": "decimal"}
//! ```
//!
//! # Fix
//!
//! Choose one of the values that are offered.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot, listed, plain};
use crate::check::mend;
use crate::check::rule::{Rule, Run};
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "not-a-choice",
    severity: Severity::Blocked,
    codes: &["INVALID_ENUM_VALUE"],
    checks: &[],
    source: include_str!("not_a_choice.rs"),
    run: Run::Schema,
};

pub(in crate::check) fn found<'t>(
    node: Node<'t>,
    property: &str,
    choices: &[String],
    out: &mut Findings<'t>,
) {
    let message = format!("Value should be one of: {}.", listed(choices));
    let headline = format!("'{}' cannot be this; choose another", plain(property));
    out.add(&RULE, message, headline, &[Spot::value(node)]).mended_by(mend::choose(node, choices));
}

/// An action that this part cannot do.
pub(in crate::check) fn action<'t>(node: Node<'t>, choices: &[&str], out: &mut Findings<'t>) {
    let message = format!("Value should be one of: {}.", listed(choices));
    out.add(&RULE, message, "This part cannot do that when it is pressed", &[Spot::value(node)]);
}
