//! A value is none of those that Meta knows for it, for example the category.
//!
//! # Why
//!
//! Meta refuses what it does not know.
//!
//! # Example
//!
//! ```json
//! {"name": "order_ready", "language": "en", "category": "ORDERS"}
//! ```
//!
//! # Fix
//!
//! Choose one of the values.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use super::capital;
use crate::check::template::TemplateContext;
use crate::check::findings::short;
use crate::check::mend;

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-value-unknown",
    severity: Severity::Blocked,
    codes: &["100"],
    checks: &[],
    source: include_str!("template_value_unknown.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    for known in &cx.known {
        for member in known.members.iter().filter(|member| !member.choices.is_empty()) {
            let Some(value) = known.node.get(&member.name) else { continue };
            let Some(written) = value.as_str() else { continue };
            if !member.choices.iter().any(|choice| choice.eq_ignore_ascii_case(&written)) {
                let headline = format!("{}: '{}' is none of the choices", capital(&member.words), short(&written));
                out.add(&RULE, "", headline, &[Spot::value(value)])
                    .mended_by(mend::choose(value, &member.choices));
            }
        }
    }
}
