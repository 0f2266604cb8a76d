//! The file begins with a byte order mark, an invisible character that some editors add.
//!
//! # Why
//!
//! Some programs take it for a part of the text and cannot read the file.
//!
//! # Example
//!
//! ```json
//! {"version": "7.3", "screens": []}
//! ```
//!
//! # Fix
//!
//! Save the file as UTF-8 without a byte order mark.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::context::FlowContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;

pub(in crate::check) static RULE: Rule = Rule {
    id: "byte-order-mark",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("byte_order_mark.rs"),
    run: Run::Flow(run),
};

fn run<'t>(cx: &FlowContext<'_, 't>, out: &mut Findings<'t>) {
    if out.tree().text().starts_with('\u{feff}') {
        let edit = Edit::ReplaceText { start: 0, end: 1, text: String::new() };
        out.add(&RULE, "", "An invisible character stands before the text", &[Spot::value(cx.flow.root)])
            .mended(Fix { title: "Remove it".to_owned(), edits: vec![edit] });
    }
}
