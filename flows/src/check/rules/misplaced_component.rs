//! A part stands where it cannot stand, or is newer than the version of the form.
//!
//! # Why
//!
//! Not every part may lie in a form group, in a condition or in an older version; Meta refuses it
//! there.
//!
//! # Example
//!
//! ```json
//! {"type": "If", "condition": "${data.yes}", "then": [{"type": "ImageCarousel", "images": []}]}
//! ```
//!
//! # Fix
//!
//! Move it to another place, or change the version of the form to one that has it.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::findings::{Findings, Spot, part};
use crate::check::mend;
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;
use crate::facts;
use crate::flow::{ComponentKind, Holder, Version};
use crate::json::{Node, Pointer};

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
    version: Version,
    out: &mut Findings<'t>,
) {
    let allowed = facts::component(kind).parents.iter().find(|parent| parent.kind == holder.name());
    let headline = match allowed {
        Some(parent) => format!("'{}' needs version {}; this form is {version}", part(kind), parent.since),
        None => format!("'{}' cannot stand {}", part(kind), in_words(holder)),
    };
    let spot = Spot::value(node).shown_at(kind_node);
    let finding = out.add(&RULE, "Invalid value found for property 'type'.", headline, &[spot]);
    if allowed.is_some() {
        let recommended = facts::versions().recommended.to_string();
        let edit = Edit::SetProperty {
            at: Pointer::root(),
            key: "version".to_owned(),
            value: recommended.as_str().into(),
        };
        finding.mended(Fix { title: format!("Change the form to version {recommended}"), edits: vec![edit] });
    }
    finding.mended(mend::remove_item(node, "Delete this part"));
}

fn in_words(holder: Holder) -> &'static str {
    match holder {
        Holder::Layout => "right on a screen",
        Holder::Form => "inside a form part",
        Holder::If => "inside 'Show only if'",
        Holder::Switch => "inside 'One of several'",
    }
}
