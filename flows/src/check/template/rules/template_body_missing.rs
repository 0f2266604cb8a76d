//! A template has no text.
//!
//! # Why
//!
//! Every template needs one; a picture or a button alone is none.
//!
//! # Example
//!
//! ```json
//! {"components": [{"type": "FOOTER", "text": "Reply STOP to end"}]}
//! ```
//!
//! # Fix
//!
//! Write the text.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::template::Category;

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-body-missing",
    severity: Severity::Blocked,
    codes: &["2388072"],
    checks: &[],
    source: include_str!("template_body_missing.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    if cx.is(Category::Authentication) {
        return;
    }
    let Some(components) = cx.template.root.get("components") else { return };
    match cx.template.body() {
        None => {
            out.add(&RULE, "", "The message has no text", &[Spot::value(components)]);
        }
        Some(body) if body.node.get("text").is_none() => {
            out.add(&RULE, "", "The message has no text", &[Spot::value(body.node)]);
        }
        Some(_) => {}
    }
}
