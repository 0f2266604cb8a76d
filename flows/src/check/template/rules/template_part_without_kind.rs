//! A part or a button does not say what it is.
//!
//! # Why
//!
//! Meta refuses it.
//!
//! # Example
//!
//! ```json
//! {"text": "Thank you!"}
//! ```
//!
//! # Fix
//!
//! Say what it is in `type`.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::json::Node;


pub(in crate::check) static RULE: Rule = Rule {
    id: "template-part-without-kind",
    severity: Severity::Blocked,
    codes: &["100"],
    checks: &[],
    source: include_str!("template_part_without_kind.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    let parts = cx.template.components.iter().map(|part| part.node);
    for node in parts.chain(cx.template.buttons.iter().map(|button| button.node)) {
        let kind = node.get("type").and_then(Node::as_str).unwrap_or_default();
        if kind.trim().is_empty() {
            let message = "component does not contain expected field(s) (type)";
            out.add(&RULE, message, "This part does not say what it is", &[Spot::value(node)]);
        }
    }
}
