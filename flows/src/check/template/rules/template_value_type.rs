//! A value is of the wrong kind, for example a number where a text belongs.
//!
//! # Why
//!
//! Meta cannot read it and refuses the template.
//!
//! # Example
//!
//! ```json
//! {"type": "FOOTER", "text": 25}
//! ```
//!
//! # Fix
//!
//! Write the value in the kind that is asked for.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::check::mend;
use crate::check::schema::is_a;
use crate::json::Node;
use super::capital;

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-value-type",
    severity: Severity::Blocked,
    codes: &["100"],
    checks: &[],
    source: include_str!("template_value_type.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    for known in &cx.known {
        for member in known.members {
            let Some(value) = known.node.get(&member.name) else { continue };
            if !member.types.iter().any(|kind| is_a(value, *kind)) {
                let headline = format!("{} cannot be this kind of value", capital(&member.words));
                out.add(&RULE, "", headline, &[Spot::value(value)])
                    .mended_by(mend::as_kind(value, &member.types));
                continue;
            }
            let fits = |item: &Node<'_>| {
                member.item_types.is_empty() || member.item_types.iter().any(|kind| is_a(*item, *kind))
            };
            for item in value.items().filter(|item| !fits(item)) {
                let headline = format!("{}: this entry is of the wrong kind", capital(&member.words));
                out.add(&RULE, "", headline, &[Spot::value(item)]);
            }
        }
    }
}
