//! An action has a setting that belongs to another action.
//!
//! # Why
//!
//! Only `navigate` goes to a next screen, and only `open_url` opens an address and sends nothing along.
//!
//! # Example
//!
//! ```json
//! {"name": "complete", "next": {"type": "screen", "name": "THANKS"}, "payload": {}}
//! ```
//!
//! # Fix
//!
//! Remove the setting, or choose the action it belongs to.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::findings::{Findings, Spot, plain};
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;
use crate::facts;
use crate::json::{Member, Node};

pub(in crate::check) static RULE: Rule = Rule {
    id: "action-member-clash",
    severity: Severity::Blocked,
    codes: &["NOT_KEYWORD_SCHEMA_VALIDATION_FAILED"],
    checks: &[],
    source: include_str!("action_member_clash.rs"),
    run: Run::Schema,
};

pub(in crate::check) fn found<'t>(
    action: Node<'t>,
    member: Member<'t>,
    name: &str,
    when: &str,
    out: &mut Findings<'t>,
) {
    let key = member.key();
    let message = format!("Property '{key}' cannot be specified at {when} '{name}'.");
    let action_name = facts::words().action(name).unwrap_or(name);
    let headline = format!("'{}' does not go with '{action_name}'", plain(&key));
    let edit = Edit::RemoveProperty { at: action.pointer(), key: key.to_string() };
    let spot = Spot::value(action).shown_at(member.name);
    out.add(&RULE, message, headline, &[spot])
        .mended(Fix { title: format!("Remove '{}'", plain(&key)), edits: vec![edit] });
}
