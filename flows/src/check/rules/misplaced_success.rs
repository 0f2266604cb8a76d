//! A screen says whether it ends the form well, but does not end the form.
//!
//! # Why
//!
//! Only a last screen can be an end, so Meta allows `success` there only.
//!
//! # Example
//!
//! ```json
//! {"id": "ASK", "title": "Question", "success": true}
//! ```
//!
//! # Fix
//!
//! Remove it, or mark the screen as an end of the form.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "misplaced-success",
    severity: Severity::Blocked,
    codes: &["NOT_KEYWORD_SCHEMA_VALIDATION_FAILED"],
    checks: &[],
    source: include_str!("misplaced_success.rs"),
    run: Run::Schema,
};

pub(in crate::check) fn found<'t>(node: Node<'t>, out: &mut Findings<'t>) {
    let message = "Property 'success' can only be specified on a terminal screen.";
    let at = node.parent().map(Node::pointer).unwrap_or_default();
    let edit = Edit::RemoveProperty { at, key: "success".to_owned() };
    out.add(&RULE, message, "Only an end of the form can count as finished well", &[Spot::value(node)])
        .mended(Fix { title: "Remove 'success'".to_owned(), edits: vec![edit] });
}
