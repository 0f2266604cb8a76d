//! A fixed text stands where only something worked out on the phone makes sense.
//!
//! # Why
//!
//! With a fixed value there is nothing to decide, so Meta asks for a reference such as `${data.size}`.
//!
//! # Example
//!
//! ```json
//! {"type": "Switch", "value": "large", "cases": {"large": []}}
//! ```
//!
//! # Fix
//!
//! Choose the data or the answer that decides.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot, plain};
use crate::check::mend;
use crate::check::rule::{Rule, Run};
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "not-a-binding",
    severity: Severity::Blocked,
    codes: &["PATTERN_MISMATCH"],
    checks: &[],
    source: include_str!("not_a_binding.rs"),
    run: Run::Schema,
};

pub(in crate::check) fn message(property: &str) -> String {
    format!(
        "Property '{property}' should have dynamic data format of the form \
         ${{screen.data.your_value}} or ${{data.your_value}}."
    )
}

pub(in crate::check) fn found<'t>(node: Node<'t>, property: &str, out: &mut Findings<'t>) {
    let headline = format!("'{}' must come from data or an answer", plain(property));
    let owner = node.parent().filter(|owner| mend::is_optional(*owner, property));
    let fixes = owner.map(|owner| mend::remove(owner, property)).into_iter().collect();
    out.add(&RULE, message(property), headline, &[Spot::value(node)]).mended_by(fixes);
}
