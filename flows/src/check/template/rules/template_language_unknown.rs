//! The language is none that Meta has for templates.
//!
//! # Why
//!
//! Meta refuses the template.
//!
//! # Example
//!
//! ```json
//! {"name": "order_ready", "language": "en-US", "category": "UTILITY"}
//! ```
//!
//! # Fix
//!
//! Choose one of the languages.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::check::findings::short;
use crate::check::mend;
use crate::facts;

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-language-unknown",
    severity: Severity::Blocked,
    codes: &["100"],
    checks: &[],
    source: include_str!("template_language_unknown.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    let Some(node) = cx.template.root.get("language") else { return };
    let Some(written) = cx.template.language.as_deref().filter(|code| !code.trim().is_empty()) else { return };
    let known = &facts::template().languages;
    if !known.iter().any(|language| language.code == written) {
        let codes: Vec<&str> = known.iter().map(|language| language.code.as_str()).collect();
        let headline = format!("Meta has no templates in the language '{}'", short(written));
        out.add(&RULE, "", headline, &[Spot::value(node)]).mended_by(mend::choose(node, &codes));
    }
}
