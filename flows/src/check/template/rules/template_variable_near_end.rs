//! After the last variable of a text only a full stop or the like follows.
//!
//! # Why
//!
//! Some who sent such templates in were refused as if the text ended with the variable; others were not.
//!
//! # Example
//!
//! ```json
//! {"type": "BODY", "text": "Your order number is {{1}}."}
//! ```
//!
//! # Fix
//!
//! Let a few words follow.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::check::mend;
use crate::facts::template_words as words;
use crate::template::{ComponentType, variables};

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-variable-near-end",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("template_variable_near_end.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    for text in cx.texts_of(ComponentType::Body) {
        let written = text.written.trim();
        let found = variables(written);
        let Some(last) = found.list.last() else { continue };
        let rest = written.get(last.at.end..).unwrap_or_default();
        if !rest.is_empty() && !rest.chars().any(char::is_alphanumeric) {
            let headline = format!("{} ends right after a variable", text.words());
            let words = words::of(cx.template.language.as_deref().unwrap_or_default());
            let new = format!("{written} {}", words.closing);
            out.add(&RULE, "", headline, &[Spot::value(text.node)])
                .mended(mend::fix(format!("End with '{}'", words.closing), mend::replace(text.node, new.into())));
        }
    }
}
