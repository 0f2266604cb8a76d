//! A case of a Switch has a name that cases cannot have.
//!
//! # Why
//!
//! Meta allows names that begin with a letter and go on with letters, digits, hyphens and underscores.
//!
//! # Example
//!
//! ```json
//! {"type": "Switch", "value": "${data.size}", "cases": {"2nd": []}}
//! ```
//!
//! # Fix
//!
//! Rename the case and send the new name as the value that selects it.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot, short};
use crate::check::mend;
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;
use crate::json::Member;

pub(in crate::check) static RULE: Rule = Rule {
    id: "invalid-case",
    severity: Severity::Blocked,
    codes: &["PATTERN_MISMATCH"],
    checks: &[],
    source: include_str!("invalid_case.rs"),
    run: Run::Schema,
};

pub(in crate::check) fn found<'t>(member: Member<'t>, out: &mut Findings<'t>) {
    let key = member.key();
    let mut bytes = key.bytes();
    let valid = bytes.next().is_some_and(|b| b.is_ascii_alphabetic())
        && bytes.all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    if !valid {
        let message = format!("Property '{key}' should match the pattern '^[a-zA-Z][a-zA-Z0-9-_]*$'.");
        let headline = format!("'{}' cannot name a case; begin with a letter", short(&key));
        let cases = member.value.parent();
        let finding = out.add(&RULE, message, headline, &[Spot::name(member)]);
        if let Some(cases) = cases.filter(|cases| cases.members().nth(1).is_some()) {
            let edit = Edit::RemoveProperty { at: cases.pointer(), key: key.to_string() };
            finding.mended(mend::fix("Remove this case", edit));
        }
    }
}
