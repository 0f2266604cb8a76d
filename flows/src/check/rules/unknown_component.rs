//! A part is of a type that Meta does not know.
//!
//! # Why
//!
//! The phone would not know how to show it, so Meta refuses the form.
//!
//! # Example
//!
//! ```json
//! {"type": "Paragraph", "text": "Hello"}
//! ```
//!
//! # Fix
//!
//! Replace it by a part that exists, for example TextBody.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot, short};
use crate::check::mend;
use crate::check::rule::{Rule, Run};
use crate::flow::ComponentKind;
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "unknown-component",
    severity: Severity::Blocked,
    codes: &["INVALID_PROPERTY_VALUE"],
    checks: &[],
    source: include_str!("unknown_component.rs"),
    run: Run::Schema,
};

pub(in crate::check) fn found<'t>(node: Node<'t>, out: &mut Findings<'t>) {
    let written = node.as_str().unwrap_or_else(|| node.raw().into());
    let headline = format!("There is no part called '{}'", short(&written));
    let finding = out.add(&RULE, "Invalid value found for property 'type'.", headline, &[Spot::value(node)]);
    if let Some(name) = mend::meant(&written, ComponentKind::ALL.into_iter().map(ComponentKind::name)) {
        finding.mended(mend::fix(format!("Change it to {name}"), mend::replace(node, name.into())));
    }
    if let Some(part) = node.parent() {
        finding.mended(mend::remove_item(part, "Delete this part"));
    }
}
