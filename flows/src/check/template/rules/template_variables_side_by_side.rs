//! Two variables stand next to each other, with nothing or only spaces between them.
//!
//! # Why
//!
//! Meta refuses it: nobody can tell where one value ends.
//!
//! # Example
//!
//! ```json
//! {"type": "BODY", "text": "Dear {{1}} {{2}}, your order is ready"}
//! ```
//!
//! # Fix
//!
//! Put words between them, or make one of them.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;


pub(in crate::check) static RULE: Rule = Rule {
    id: "template-variables-side-by-side",
    severity: Severity::Blocked,
    codes: &["INVALID_FORMAT"],
    checks: &[],
    source: include_str!("template_variables_side_by_side.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    for text in &cx.texts {
        let found = &text.variables;
        let between = found.list.iter().zip(found.list.iter().skip(1)).map(|(a, b)| a.at.end..b.at.start);
        let touching = |gap: &std::ops::Range<usize>| {
            text.written.get(gap.clone()).is_some_and(|gap| gap.trim().is_empty())
        };
        if between.into_iter().any(|gap| touching(&gap)) {
            let headline = format!("{} has two variables next to each other", text.words());
            out.add(&RULE, "", headline, &[Spot::value(text.node)]);
        }
    }
}
