//! A setting that can have one value only has another.
//!
//! # Why
//!
//! Meta knows no other value for it here.
//!
//! # Example
//!
//! ```json
//! {"type": "GridLayout", "children": []}
//! ```
//!
//! # Fix
//!
//! Use the value that is asked for.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot, plain};
use crate::check::mend;
use crate::check::rule::{Rule, Run};
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "wrong-constant",
    severity: Severity::Blocked,
    codes: &["INVALID_PROPERTY_VALUE"],
    checks: &[],
    source: include_str!("wrong_constant.rs"),
    run: Run::Schema,
};

/// One finding for each value that would have fitted; one when none is told.
pub(in crate::check) fn found<'t>(node: Node<'t>, property: &str, expected: &[&str], out: &mut Findings<'t>) {
    let headline = format!("'{}' cannot be this here", plain(property));
    if expected.is_empty() {
        let message = format!("Invalid value found for property '{property}'.");
        out.add(&RULE, message, headline.clone(), &[Spot::value(node)]);
    }
    for (index, value) in expected.iter().enumerate() {
        let message = format!("Invalid value found for property '{property}'. Expected '{value}'.");
        if index > 0 {
            super::echo::say("INVALID_PROPERTY_VALUE", message, node, out);
        } else {
            let fixes = mend::choose(node, expected);
            out.add(&RULE, message, headline.clone(), &[Spot::value(node)]).mended_by(fixes);
        }
    }
}
