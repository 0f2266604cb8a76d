//! With its samples filled in the text is longer than Meta sends.
//!
//! # Why
//!
//! The template passes, but sending fails when the values are long.
//!
//! # Example
//!
//! ```json
//! {"type": "BODY", "text": "(1,000 letters and {{1}})", "example": {"body_text": [["(a long value)"]]}}
//! ```
//!
//! # Fix
//!
//! Shorten the text, or the values.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::facts;
use crate::template::ComponentType;
use super::samples;

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-filled-too-long",
    severity: Severity::Risky,
    codes: &["132005"],
    checks: &[],
    source: include_str!("template_filled_too_long.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    let most = facts::template().limits.filled_body;
    for text in cx.texts_of(ComponentType::Body).filter(|text| text.component.card.is_none()) {
        let found = &text.variables;
        let mut length = text.written.chars().count();
        if found.list.is_empty() || length > most {
            continue;
        }
        for variable in &found.list {
            let Some(value) = samples::value(&text.component, &variable.name) else { continue };
            let placeholder = text.written.get(variable.at.clone()).unwrap_or_default();
            length = length.saturating_sub(placeholder.chars().count()) + value.chars().count();
        }
        if length > most {
            let headline = format!("Filled in, the text has {length} letters; {most} are sent");
            out.add(&RULE, "", headline, &[Spot::value(text.node)]);
        }
    }
}
