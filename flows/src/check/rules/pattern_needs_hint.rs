//! A text field that asks for a certain pattern has no hint, or is of a kind that cannot have a
//! pattern.
//!
//! # Why
//!
//! People could not guess what they should type. E-mail and phone fields have their own pattern.
//!
//! # Example
//!
//! ```json
//! {"type": "TextInput", "name": "code", "label": "Code", "input-type": "text", "pattern": "^[A-Z]{3}$"}
//! ```
//!
//! # Fix
//!
//! Write a hint below the field, for example "Three capital letters".

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::mend;
use crate::check::rule::{Rule, Run};
use crate::flow::Version;
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "pattern-needs-hint",
    severity: Severity::Blocked,
    codes: &["MISSING_REQUIRED_PROPERTY", "ONE_OF_SCHEMA_VALIDATION_FAILED"],
    checks: &[],
    source: include_str!("pattern_needs_hint.rs"),
    run: Run::Schema,
};

/// A hint to start from.
const HINT: &str = "Write it as in our letter";

pub(in crate::check) fn found<'t>(input: Node<'t>, kind: Node<'t>, version: Version, out: &mut Findings<'t>) {
    if version < Version::new(6, 2) || input.get("pattern").is_none() {
        return;
    }
    if input.get("helper-text").is_none() {
        let message = "Required property 'helper-text' is missing.";
        out.add(&RULE, message, "A field whose answer must look a certain way needs a help text", &[Spot::value(input)]).mended_by(
            vec![
                mend::fix(format!("Add '{HINT}'"), mend::set(input, "helper-text", HINT.into())),
                mend::remove(input, "pattern"),
            ],
        );
    }
    let allowed = ["text", "password", "passcode", "number"];
    if input.get("input-type").is_some_and(|t| !allowed.iter().any(|a| t.is_str(a))) {
        let message = "Invalid value found for property 'type'.";
        let spot = Spot::value(input).shown_at(kind);
        out.add(&RULE, message, "This kind of field knows by itself how answers must look", &[spot])
            .coded("ONE_OF_SCHEMA_VALIDATION_FAILED")
            .mended(mend::remove(input, "pattern"))
            .mended(mend::remove(input, "input-type"));
    }
}
