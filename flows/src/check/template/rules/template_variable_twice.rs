//! A named variable stands twice in a text.
//!
//! # Why
//!
//! Meta asks for names that are there once.
//!
//! # Example
//!
//! ```json
//! {"type": "BODY", "text": "Hello {{first_name}}, yes you, {{first_name}}, come in today"}
//! ```
//!
//! # Fix
//!
//! Write it once, or give the second one another name.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use std::collections::BTreeSet;
use crate::check::findings::short;
use crate::template::Name;

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-variable-twice",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("template_variable_twice.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    for text in &cx.texts {
        let found = &text.variables;
        let mut seen = BTreeSet::new();
        for variable in &found.list {
            if let Name::Name(name) = variable.name
                && !seen.insert(name)
            {
                let headline = format!("'{}' stands twice in one text", short(name));
                out.add(&RULE, "", headline, &[Spot::value(text.node)]);
                break;
            }
        }
    }
}
