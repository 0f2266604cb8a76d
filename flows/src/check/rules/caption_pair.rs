//! A Footer has a caption on one side only.
//!
//! # Why
//!
//! Left and right captions share a line: Meta allows both or none.
//!
//! # Example
//!
//! ```json
//! {"type": "Footer", "label": "Go", "left-caption": "Step 1"}
//! ```
//!
//! # Fix
//!
//! Add the other caption, or use the one in the middle.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "caption-pair",
    severity: Severity::Blocked,
    codes: &["INVALID_DEPENDENCIES"],
    checks: &[],
    source: include_str!("caption_pair.rs"),
    run: Run::Schema,
};

pub(in crate::check) fn found<'t>(footer: Node<'t>, out: &mut Findings<'t>) {
    for (has, lacks) in [("left-caption", "right-caption"), ("right-caption", "left-caption")] {
        if footer.get(has).is_some() && footer.get(lacks).is_none() {
            let message = format!("Footer should have property {lacks} when property {has} is present.");
            let headline = "Small words stand on one side of the button only; add the other";
            let edit = Edit::RenameProperty {
                at: footer.pointer(),
                key: has.to_owned(),
                to: "center-caption".to_owned(),
            };
            let finding = out.add(&RULE, message, headline, &[Spot::value(footer)]);
            if footer.get("center-caption").is_none() {
                finding.mended(Fix { title: "Move it to the middle".to_owned(), edits: vec![edit] });
            }
        }
    }
}
