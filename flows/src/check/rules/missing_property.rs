//! A part lacks something it cannot do without, such as a label, a name or an action.
//!
//! # Why
//!
//! The phone could not show the part or would not know what it does, so Meta refuses the form.
//!
//! # Example
//!
//! ```json
//! {"type": "TextBody"}
//! ```
//!
//! # Fix
//!
//! Fill it in.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot, part, plain};
use crate::check::mend;
use crate::check::rule::{Rule, Run};
use crate::flow::ComponentKind;
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "missing-property",
    severity: Severity::Blocked,
    codes: &["MISSING_REQUIRED_PROPERTY"],
    checks: &[],
    source: include_str!("missing_property.rs"),
    run: Run::Schema,
};

pub(in crate::check) fn found<'t>(
    node: Node<'t>,
    property: &str,
    kind: Option<ComponentKind>,
    out: &mut Findings<'t>,
) {
    let message = format!("Required property '{property}' is missing.");
    let headline = match kind {
        Some(kind) => format!("'{}' needs '{}'", part(kind), plain(property)),
        None => format!("'{}' is missing here", plain(property)),
    };
    out.add(&RULE, message, headline, &[Spot::value(node)]).mended_by(mend::fill(node, property));
}
