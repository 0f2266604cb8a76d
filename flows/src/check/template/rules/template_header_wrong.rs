//! The header has what a header cannot have: no words at all, a line break, formatting, or several variables.
//!
//! # Why
//!
//! Phones show it as one bold line.
//!
//! # Example
//!
//! ```json
//! {"type": "HEADER", "format": "TEXT", "text": "*Great news*"}
//! ```
//!
//! # Fix
//!
//! Write one plain line with at most one variable.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::check::mend;
use crate::facts;
use crate::template::{ComponentType, variables};
use super::without_variables;

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-header-wrong",
    severity: Severity::Blocked,
    codes: &["2388047"],
    checks: &[],
    source: include_str!("template_header_wrong.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    for part in cx.template.components.iter().filter(|part| part.kind == ComponentType::Header) {
        let is_text = part.node.get("format").is_some_and(|format| format.is_str_ignoring_case("TEXT"));
        if is_text && part.node.get("text").is_none() {
            out.add(&RULE, "", "The header has no words", &[Spot::value(part.node)]);
        }
    }
    for text in cx.texts_of(ComponentType::Header) {
        let most = facts::template().limits.header_variables;
        let mut say = |headline: &str| {
            out.add(&RULE, "", headline, &[Spot::value(text.node)]);
        };
        if text.written.contains(['\n', '\r']) {
            say("The header has a line break; it is one line");
        }
        if text.variables.list.len() > most {
            say("The header has several variables; one is allowed");
        }
        // An underscore in a variable's name is no formatting.
        let words = without_variables(text.written, &text.variables);
        if is_formatted(&words) {
            let plain: String = text.written.chars().filter(|c| !matches!(c, '*' | '~' | '`')).collect();
            let finding = out.add(&RULE, "", "The header is formatted; it can only be plain", &[Spot::value(text.node)]);
            if !is_formatted(&without_variables(&plain, &variables(&plain))) && !plain.trim().is_empty() {
                finding.mended(mend::fix("Take the signs out", mend::replace(text.node, plain.into())));
            }
        }
    }
}

/// Whether a pair of WhatsApp's signs stands around words.
fn is_formatted(words: &str) -> bool {
    ["*", "_", "~", "`"].iter().any(|sign| {
        let mut parts = words.split(sign).skip(1);
        words.matches(sign).count() > 1 && parts.any(|part| !part.trim().is_empty() && part == part.trim())
    })
}
