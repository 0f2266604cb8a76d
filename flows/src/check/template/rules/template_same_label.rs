//! Two buttons have the same words.
//!
//! # Why
//!
//! People cannot tell them apart, and neither can the answer.
//!
//! # Example
//!
//! ```json
//! {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Yes"}, {"type": "QUICK_REPLY", "text": "Yes"}]}
//! ```
//!
//! # Fix
//!
//! Give each its own words.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use std::collections::BTreeSet;
use crate::check::findings::short;

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-same-label",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("template_same_label.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    let mut seen = BTreeSet::new();
    for button in &cx.template.buttons {
        let Some(node) = button.node.get("text") else { continue };
        let Some(label) = node.as_str().filter(|label| !label.trim().is_empty()) else { continue };
        if !seen.insert((button.card, label.trim().to_lowercase())) {
            let headline = format!("Two buttons say '{}'", short(&label));
            out.add(&RULE, "", headline, &[Spot::value(node)]);
        }
    }
}
