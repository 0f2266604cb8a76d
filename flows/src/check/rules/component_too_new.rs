//! A part is newer than the version of the form.
//!
//! # Why
//!
//! Phones read a form by its version; a part that this version does not have there is refused by Meta.
//!
//! # Example
//!
//! ```json
//! {"version": "7.0", "screens": [{"layout": {"children": [{"type": "ImageCarousel", "images": []}]}}]}
//! ```
//!
//! # Fix
//!
//! Move the form to the newest version, or leave the part out.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot, part};
use crate::check::mend;
use crate::check::rule::{Rule, Run};
use crate::flow::{ComponentKind, Version};
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "component-too-new",
    severity: Severity::Blocked,
    codes: &["ONE_OF_SCHEMA_VALIDATION_FAILED"],
    checks: &[],
    source: include_str!("component_too_new.rs"),
    run: Run::Schema,
};

/// `since` is the first version in which the part may stand there.
pub(in crate::check) fn found<'t>(
    node: Node<'t>,
    kind_node: Node<'t>,
    kind: ComponentKind,
    since: Version,
    version: Version,
    out: &mut Findings<'t>,
) {
    let headline = format!("'{}' needs version {since}; this form is {version}", part(kind));
    let spot = Spot::value(node).shown_at(kind_node);
    // What changes on the way to a newer version, its maker should see first: see `migrate`.
    out.add(&RULE, "Invalid value found for property 'type'.", headline, &[spot])
        .mended(mend::remove_item(node, "Delete this part"));
}
