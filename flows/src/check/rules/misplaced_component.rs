//! A part stands where it cannot stand.
//!
//! # Why
//!
//! Not every part may lie in a form group or in a condition; Meta refuses it there.
//!
//! # Example
//!
//! ```json
//! {"type": "If", "condition": "${data.yes}", "then": [{"type": "ImageCarousel", "images": []}]}
//! ```
//!
//! # Fix
//!
//! Move it to another place.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot, part};
use crate::check::mend;
use crate::check::rule::{Rule, Run};
use crate::flow::{ComponentKind, Holder};
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "misplaced-component",
    severity: Severity::Blocked,
    codes: &["ONE_OF_SCHEMA_VALIDATION_FAILED"],
    checks: &[],
    source: include_str!("misplaced_component.rs"),
    run: Run::Schema,
};

pub(in crate::check) fn found<'t>(
    node: Node<'t>,
    kind_node: Node<'t>,
    kind: ComponentKind,
    holder: Holder,
    out: &mut Findings<'t>,
) {
    let headline = format!("'{}' cannot stand {}", part(kind), in_words(holder));
    let spot = Spot::value(node).shown_at(kind_node);
    out.add(&RULE, "Invalid value found for property 'type'.", headline, &[spot])
        .mended(mend::remove_item(node, "Delete this part"));
}

fn in_words(holder: Holder) -> &'static str {
    match holder {
        Holder::Layout => "right on a screen",
        Holder::Form => "inside a form part",
        Holder::If => "inside 'Show only if'",
        Holder::Switch => "inside 'One of several'",
    }
}
