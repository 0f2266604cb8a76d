//! The footer has a variable.
//!
//! # Why
//!
//! Meta takes only fixed words there.
//!
//! # Example
//!
//! ```json
//! {"type": "FOOTER", "text": "Sent to {{1}}"}
//! ```
//!
//! # Fix
//!
//! Move it into the text.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::check::mend;
use crate::template::ComponentType;
use super::without_variables;

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-footer-variable",
    severity: Severity::Blocked,
    codes: &["2388073"],
    checks: &[],
    source: include_str!("template_footer_variable.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    for text in cx.texts_of(ComponentType::Footer) {
        if !text.variables.is_empty() {
            let finding = out.add(&RULE, "", "The footer has a variable; it can only be fixed words", &[Spot::value(text.node)]);
            let plain = without_variables(text.written, &text.variables);
            let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
            if !plain.is_empty() && !plain.contains("{{") && !plain.contains("}}") {
                finding.mended(mend::fix("Leave it out", mend::replace(text.node, plain.into())));
            }
        }
    }
}
