//! The text is hardly more than variables, or one word.
//!
//! # Why
//!
//! Meta cannot tell what it is for: it makes marketing of it, or refuses it.
//!
//! # Example
//!
//! ```json
//! {"type": "BODY", "text": "Congratulations!"}
//! ```
//!
//! # Fix
//!
//! Say what the message is about.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::template::ComponentType;
use super::{count_words, without_variables};

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-only-variables",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("template_only_variables.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    for text in cx.texts_of(ComponentType::Body).filter(|text| text.component.card.is_none()) {
        let words = count_words(&without_variables(text.written, &text.variables), cx.template.language.as_deref());
        if words < FEWEST_WORDS && !text.written.trim().is_empty() {
            out.add(&RULE, "", "The text does not say what it is about", &[Spot::value(text.node)]);
        }
    }
}

/// With fewer nobody can tell what it is for.
const FEWEST_WORDS: usize = 2;
