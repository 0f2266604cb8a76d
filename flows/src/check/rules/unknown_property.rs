//! A part has a setting that it cannot have here: misspelled, meant for another part, or from a newer
//! version.
//!
//! # Why
//!
//! Meta refuses every setting it does not know, even one that does no harm.
//!
//! # Example
//!
//! ```json
//! {"type": "OptIn", "name": "news", "label": "News", "enabled": true}
//! ```
//!
//! # Fix
//!
//! Remove it, or change the version of the form to one that has it.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot, part, plain};
use crate::check::mend;
use crate::check::rule::{Rule, Run};
use crate::check::schema::is_a;
use crate::edit::Edit;
use crate::facts::{self, PropertyFacts};
use crate::flow::ComponentKind;
use crate::json::{Member, Node};

pub(in crate::check) static RULE: Rule = Rule {
    id: "unknown-property",
    severity: Severity::Blocked,
    codes: &["INVALID_PROPERTY_KEY"],
    checks: &[],
    source: include_str!("unknown_property.rs"),
    run: Run::Schema,
};

pub(in crate::check) fn found<'t>(member: Member<'t>, kind: Option<ComponentKind>, out: &mut Findings<'t>) {
    let key = member.key();
    let message = match kind {
        Some(kind) => format!("Property '{key}' is not allowed in '{}' component.", kind.name()),
        None => format!("Property '{key}' is not allowed."),
    };
    let headline = match kind {
        Some(kind) => format!("'{}' cannot have '{}' here", part(kind), plain(&key)),
        None => format!("'{}' has no meaning here", plain(&key)),
    };
    let finding = out.add(&RULE, message, headline, &[Spot::name(member)]);
    let object = member.value.parent().filter(|object| !mend::is_out_of_reach(*object));
    let Some(object) = object else { return };
    if let Some(kind) = kind {
        let fitting = facts::component(kind).properties.iter().filter(|property| fits(property, member.value));
        let free = fitting.map(|property| property.name.as_str()).filter(|name| object.get(name).is_none());
        if let Some(to) = mend::meant(&key, free) {
            let edit = Edit::RenameProperty { at: object.pointer(), key: key.to_string(), to: to.to_owned() };
            finding.mended(mend::fix(format!("Change it to '{to}'"), edit));
        }
    }
    finding.mended(mend::remove(object, &key));
}

/// Whether a value may be what a property holds, by its type alone.
fn fits(property: &PropertyFacts, value: Node<'_>) -> bool {
    let written = value.as_str();
    let bound = written.is_some_and(|text| text.starts_with("${") || text.starts_with('`'));
    bound || property.types.iter().any(|kind| is_a(value, *kind))
}
