//! The file is larger than Meta accepts.
//!
//! # Why
//!
//! Meta refuses the upload. Nearly always pictures are the reason: they stand in the file as text.
//!
//! # Example
//!
//! ```json
//! {"type": "Image", "src": "(several megabytes of text)"}
//! ```
//!
//! # Fix
//!
//! Use smaller pictures, or have them sent by the endpoint instead of storing them in the file.

use crate::check::Severity;
use crate::check::findings::{Findings, nowhere};
use crate::check::rule::{Rule, Run};
use crate::facts;
use crate::json::Tree;

pub(in crate::check) static RULE: Rule = Rule {
    id: "too-large",
    severity: Severity::Blocked,
    codes: &["INVALID_FLOW_JSON"],
    checks: &[],
    source: include_str!("too_large.rs"),
    run: Run::Schema,
};

pub(in crate::check) fn found(tree: &Tree, out: &mut Findings<'_>) {
    let limit = facts::limits().file_bytes as usize;
    let megabytes = limit / (1024 * 1024);
    let over = tree.text().len().saturating_sub(limit);
    let message = format!(
        "The maximum size of the Flow JSON is {megabytes} MB. But your Flow JSON size exceeds the maximum size by {over} bytes."
    );
    let headline = format!("The file is larger than {megabytes} MB");
    out.push(&RULE, message, headline, nowhere(), Vec::new());
}
