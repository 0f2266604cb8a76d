//! A screen's id has characters that ids cannot have: digits, spaces, hyphens, or letters of other
//! alphabets.
//!
//! # Why
//!
//! Ids are used in references such as `${screen.ID.form.name}`; Meta allows the letters A to Z and the
//! underscore (up to version 6.3 also the comma).
//!
//! # Example
//!
//! ```json
//! {"id": "STEP_2", "title": "Your address"}
//! ```
//!
//! # Fix
//!
//! Use letters and underscores only, for example `STEP_TWO`.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::findings::{Findings, Spot, short};
use crate::check::mend;
use crate::check::rule::{Rule, Run};
use crate::edit::{Edit, mending};
use crate::flow::Version;
use crate::json::{Member, Node};

pub(in crate::check) static RULE: Rule = Rule {
    id: "invalid-screen-id",
    severity: Severity::Blocked,
    codes: &["PATTERN_MISMATCH"],
    checks: &[],
    source: include_str!("invalid_screen_id.rs"),
    run: Run::Schema,
};

/// Whether a text can be a screen's id in this version. Empty text cannot.
pub(in crate::check) fn is_valid(id: &str, version: Version) -> bool {
    let strict = version >= Version::new(7, 0);
    let letter = |b: u8| b.is_ascii_alphabetic() || b == b'_' || (b == b',' && !strict);
    !id.is_empty() && id.bytes().all(letter) && !(strict && id.bytes().all(|b| b == b'_'))
}

pub(in crate::check) fn found<'t>(node: Node<'t>, out: &mut Findings<'t>) {
    let message = "Property 'id' should only consist of alphabets and underscores.";
    out.add(&RULE, message, "A screen's id may only have letters and underscores", &[Spot::value(node)])
        .mended_by(node.as_str().map(|id| renamed(node, &id)).unwrap_or_default());
}

/// The id as a key of the routing model.
pub(in crate::check) fn route<'t>(member: Member<'t>, out: &mut Findings<'t>) {
    let key = member.key();
    let message = format!("'{key}' should only consist of alphabets and underscores.");
    let headline = format!("'{}' cannot be a screen's id: letters and underscores only", short(&key));
    out.add(&RULE, message, headline, &[Spot::name(member)]).mended_by(renamed(member.value, &key));
}

/// Another id for the screen, in every place that names it.
fn renamed(node: Node<'_>, id: &str) -> Vec<Fix> {
    let to = mending::valid_screen_id(node.tree(), id);
    let title = format!("Change it to {}", short(&to));
    vec![mend::fix(title, Edit::RenameScreen { from: id.to_owned(), to })]
}
