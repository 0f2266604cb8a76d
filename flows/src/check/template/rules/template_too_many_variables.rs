//! A text has too many variables for its few fixed words.
//!
//! # Why
//!
//! Meta gives no formula; those who measured it need one word more than twice the variables.
//!
//! # Example
//!
//! ```json
//! {"type": "BODY", "text": "Order {{1}} for {{2}} ready"}
//! ```
//!
//! # Fix
//!
//! Write more words around the variables, or use fewer.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::check::mend;
use crate::facts::template_words as words;
use crate::template::ComponentType;
use super::{count_words, without_variables};

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-too-many-variables",
    severity: Severity::Blocked,
    codes: &["2388293"],
    checks: &[],
    source: include_str!("template_too_many_variables.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    for text in cx.texts_of(ComponentType::Body) {
        let variables = text.variables.list.len();
        if variables == 0 {
            continue;
        }
        let needed = 2 * variables + 1;
        let words = count_words(&without_variables(text.written, &text.variables), cx.template.language.as_deref());
        if words < needed {
            let headline = format!("{}: {words} words around the variables; {needed} are needed", text.words());
            let finding = out.add(&RULE, "", headline, &[Spot::value(text.node)]);
            let written = text.written.trim();
            let closing = &words::of(cx.template.language.as_deref().unwrap_or_default()).closing;
            let longer = format!("{written} {closing}");
            if words + count_words(closing, cx.template.language.as_deref()) >= needed {
                finding.mended(mend::fix(format!("Add '{closing}'"), mend::replace(text.node, longer.into())));
            }
        }
    }
}
