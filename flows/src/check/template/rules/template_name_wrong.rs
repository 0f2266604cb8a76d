//! The name of a template has other letters than small ones, digits and underscores.
//!
//! # Why
//!
//! Meta takes no other names, and messages name the template by it.
//!
//! # Example
//!
//! ```json
//! {"name": "Order Ready", "language": "en", "category": "UTILITY"}
//! ```
//!
//! # Fix
//!
//! Write it with small letters, digits and underscores.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::check::findings::short;
use crate::check::mend;
use crate::facts;
use crate::template::name_of;

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-name-wrong",
    severity: Severity::Blocked,
    codes: &["100"],
    checks: &[],
    source: include_str!("template_name_wrong.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    let Some(node) = cx.template.root.get("name") else { return };
    let Some(written) = cx.template.name.as_deref().filter(|name| !name.trim().is_empty()) else { return };
    if !facts::template().name.pattern.is_match(written) {
        let headline = format!("'{}' cannot be a name: small letters, digits and _", short(written));
        let finding = out.add(&RULE, "", headline, &[Spot::value(node)]);
        let name = valid(written);
        if !name.is_empty() {
            finding.mended(mend::fix(format!("Change it to {}", short(&name)), mend::replace(node, name.into())));
        }
    }
}

/// The name with what Meta takes in place of what it does not; empty when nothing is left.
fn valid(written: &str) -> String {
    name_of(written).chars().take(facts::template().name.max).collect()
}
