//! A part lacks something it cannot be without, for example a button its words.
//!
//! # Why
//!
//! Meta refuses a template with a hole in it.
//!
//! # Example
//!
//! ```json
//! {"type": "QUICK_REPLY"}
//! ```
//!
//! # Fix
//!
//! Fill it in.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use super::capital;
use crate::check::template::TemplateContext;


pub(in crate::check) static RULE: Rule = Rule {
    id: "template-value-missing",
    severity: Severity::Blocked,
    codes: &["100"],
    checks: &[],
    source: include_str!("template_value_missing.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    for known in &cx.known {
        for member in known.members.iter().filter(|member| member.required) {
            if known.node.get(&member.name).is_none() {
                let message = format!("component does not contain expected field(s) ({})", member.name);
                let headline = format!("{} is missing", capital(&member.words));
                out.add(&RULE, message, headline, &[Spot::value(known.node)]);
            }
        }
    }
}
