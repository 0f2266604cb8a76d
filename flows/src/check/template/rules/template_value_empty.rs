//! A text that people see has no letters.
//!
//! # Why
//!
//! Meta refuses empty parts.
//!
//! # Example
//!
//! ```json
//! {"type": "FOOTER", "text": " "}
//! ```
//!
//! # Fix
//!
//! Write something, or take the part out.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::check::mend;
use crate::facts::JsonType;
use crate::template::ComponentType;
use super::capital;

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-value-empty",
    severity: Severity::Blocked,
    codes: &["100", "2388047", "2388072", "2388073"],
    checks: &[],
    source: include_str!("template_value_empty.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    for known in &cx.known {
        for member in known.members.iter().filter(|member| member.types.contains(&JsonType::String)) {
            let value = known.node.get(&member.name);
            let Some(value) = value.filter(|value| value.as_str().is_some_and(|text| text.trim().is_empty()))
            else {
                continue;
            };
            let headline = format!("{} is empty", capital(&member.words));
            let finding = out.add(&RULE, "", headline, &[Spot::value(value)]);
            if let Some(code) = super::format_code(known.node) {
                finding.coded(code);
            }
            if !member.required && ComponentType::of(known.node) == ComponentType::Other {
                finding.mended(mend::remove(known.node, &member.name));
            }
            if ComponentType::of(known.node) == ComponentType::Footer {
                finding.mended(mend::remove_item(known.node, "Take the footer out"));
            }
        }
    }
}
