//! A paragraph of a RichText is data.
//!
//! # Why
//!
//! The paragraphs of a list are fixed words; only the whole list can be data.
//!
//! # Example
//!
//! ```json
//! {"type": "RichText", "text": ["# Hello", "${data.name}"]}
//! ```
//!
//! # Fix
//!
//! Put all paragraphs into one list in the data.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::expr::binding;
use crate::flow::ComponentKind;

pub(in crate::check) static RULE: Rule = Rule {
    id: "rich-text-list-binding",
    severity: Severity::Blocked,
    codes: &["INVALID_TEXT_DYNAMIC_DATA"],
    checks: &[],
    source: include_str!("rich_text_list_binding.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for component in cx.of_kind(ComponentKind::RichText) {
        let (Some(text), Some(kind)) = (component.get("text"), component.get("type")) else { continue };
        for item in text.items() {
            let written = item.as_str().unwrap_or_default();
            if let Some((at, _)) = binding::all(&written).next() {
                let message = format!(
                    "Every item of the array in the 'text' property of RichText on the screen '{}' should be a static \
                     string. Please remove dynamic binding - {} from the item of the array.",
                    cx.screen.id,
                    written.get(at).unwrap_or_default()
                );
                out.add(&RULE, message, "A paragraph of this text cannot be data", &[Spot::value(kind)]);
            }
        }
    }
}
