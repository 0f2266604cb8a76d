//! A value is of the wrong kind, for example a text where a number belongs.
//!
//! # Why
//!
//! The phone could not use it, so Meta refuses the form.
//!
//! # Example
//!
//! ```json
//! {"id": "WELCOME", "title": "Welcome", "terminal": "yes"}
//! ```
//!
//! # Fix
//!
//! Write the value in the kind that is asked for.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot, plain};
use crate::check::mend;
use crate::check::rule::{Rule, Run};
use crate::facts::JsonType;
use crate::json::{Kind, Node};

pub(in crate::check) static RULE: Rule = Rule {
    id: "wrong-type",
    severity: Severity::Blocked,
    codes: &["INVALID_PROPERTY_TYPE"],
    checks: &[],
    source: include_str!("wrong_type.rs"),
    run: Run::Schema,
};

/// One finding for each type that would have fitted.
pub(in crate::check) fn found<'t>(
    node: Node<'t>,
    property: &str,
    expected: &[JsonType],
    out: &mut Findings<'t>,
) {
    for (index, kind) in expected.iter().enumerate() {
        let message = message(property, *kind, node.kind());
        if index > 0 {
            super::echo::say("INVALID_PROPERTY_TYPE", message, node, out);
            continue;
        }
        let headline = format!("'{}' should be {}", plain(property), in_words(*kind));
        out.add(&RULE, message, headline, &[Spot::value(node)])
            .mended_by(mend::convert(node, property, expected));
    }
}

pub(in crate::check) fn message(property: &str, expected: JsonType, found: Kind) -> String {
    format!(
        "Expected property '{property}' to be of type '{}' but found '{}'.",
        expected.name(),
        type_name(found)
    )
}

/// A value's type as JavaScript has it.
pub(in crate::check) fn type_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Null => "null",
        Kind::Boolean => "boolean",
        Kind::Number => "number",
        Kind::String => "string",
        Kind::Array => "array",
        Kind::Object => "object",
    }
}

fn in_words(kind: JsonType) -> &'static str {
    match kind {
        JsonType::String => "a text",
        JsonType::Number => "a number",
        JsonType::Integer => "a whole number",
        JsonType::Boolean => "yes or no",
        JsonType::Array => "a list",
        JsonType::Object => "a group of settings",
        JsonType::Null => "empty",
    }
}
