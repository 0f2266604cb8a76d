//! A Footer has a caption in the middle and captions at the sides.
//!
//! # Why
//!
//! They would overlap, so Meta allows either the one or the others.
//!
//! # Example
//!
//! ```json
//! {"type": "Footer", "label": "Go", "left-caption": "A", "center-caption": "B", "right-caption": "C"}
//! ```
//!
//! # Fix
//!
//! Remove the one in the middle, or both at the sides.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "caption-clash",
    severity: Severity::Blocked,
    codes: &["NOT_KEYWORD_SCHEMA_VALIDATION_FAILED"],
    checks: &[],
    source: include_str!("caption_clash.rs"),
    run: Run::Schema,
};

pub(in crate::check) fn found<'t>(footer: Node<'t>, out: &mut Findings<'t>) {
    let has = |key: &str| footer.get(key).is_some();
    if has("center-caption") && has("left-caption") && has("right-caption") {
        let message =
            "Properties 'center-caption' and [left-caption,right-caption] must be present exclusively at Footer.";
        let edit = Edit::RemoveProperty { at: footer.pointer(), key: "center-caption".to_owned() };
        out.add(&RULE, message, "Small words in the middle and at the sides overlap", &[Spot::value(footer)])
            .mended(Fix { title: "Remove the one in the middle".to_owned(), edits: vec![edit] });
    }
}
