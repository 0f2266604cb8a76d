//! A text begins or ends with a variable.
//!
//! # Why
//!
//! Meta wants fixed words around what changes, so that nobody sends a whole message of their own.
//!
//! # Example
//!
//! ```json
//! {"type": "BODY", "text": "{{1}}, your order is ready"}
//! ```
//!
//! # Fix
//!
//! Put words before the first and after the last variable.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::check::mend;
use crate::facts::template_words as words;
use crate::template::{ComponentType, variables};

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-variable-at-edge",
    severity: Severity::Blocked,
    codes: &["2388299"],
    checks: &[],
    source: include_str!("template_variable_at_edge.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    for text in cx.texts_of(ComponentType::Body) {
        let written = text.written.trim();
        let found = variables(written);
        let begins = found.list.first().is_some_and(|variable| variable.at.start == 0);
        let ends = found.list.last().is_some_and(|variable| variable.at.end == written.len());
        let words = words::of(cx.template.language.as_deref().unwrap_or_default());
        if begins {
            let headline = format!("{} begins with a variable", text.words());
            let new = format!("{} {written}", words.greeting);
            out.add(&RULE, "", headline, &[Spot::value(text.node)])
                .mended(mend::fix(format!("Begin with '{}'", words.greeting), mend::replace(text.node, new.into())));
        }
        if ends {
            let headline = format!("{} ends with a variable", text.words());
            let new = format!("{written}. {}", words.closing);
            out.add(&RULE, "", headline, &[Spot::value(text.node)])
                .mended(mend::fix(format!("End with '{}'", words.closing), mend::replace(text.node, new.into())));
        }
    }
}
