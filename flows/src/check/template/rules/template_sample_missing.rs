//! A variable, a picture or a link with a variable has no sample.
//!
//! # Why
//!
//! Meta reviews a template as it would arrive, so it wants an example of all that changes.
//!
//! # Example
//!
//! ```json
//! {"type": "BODY", "text": "Hello {{1}}, your order is ready"}
//! ```
//!
//! # Fix
//!
//! Give a sample of each; no real person's data.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::check::findings::short;
use crate::json::Node;
use crate::template::{ButtonType, ComponentType, variables};
use super::samples;

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-sample-missing",
    severity: Severity::Blocked,
    codes: &["100"],
    checks: &[],
    source: include_str!("template_sample_missing.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    for text in &cx.texts {
        let found = &text.variables;
        let missing = samples::missing(&text.component, &found.list, cx.template.format);
        if missing.is_empty() {
            continue;
        }
        let message = "component does not contain expected field(s) (example)";
        let headline = match missing.as_slice() {
            [one] => format!("The variable '{}' has no sample", short(one)),
            more => format!("{} variables have no sample", more.len()),
        };
        let finding = out.add(&RULE, message, headline, &[Spot::value(text.component.node)]);
        finding.mended_by(samples::filled(&text.component, &found.list, cx.template.format));
    }
    for part in cx.template.components.iter().filter(|part| part.kind == ComponentType::Header) {
        let is_file = MEDIA.iter().any(|media| part.node.get("format").is_some_and(|f| f.is_str_ignoring_case(media)));
        let handles = part.node.get("example").and_then(|example| example.get("header_handle"));
        if is_file && handles.is_none_or(|handles| handles.items().next().is_none()) {
            let message = "component does not contain expected field(s) (example)";
            out.add(&RULE, message, "The header has no sample file", &[Spot::value(part.node)]);
        }
    }
    for button in cx.template.buttons.iter().filter(|button| button.kind == ButtonType::Url) {
        let has_variable = button.node.get("url").and_then(Node::as_str).is_some_and(|url| !variables(&url).list.is_empty());
        let example = button.node.get("example");
        let has_sample = example.is_some_and(|e| e.items().next().is_some() || e.as_str().is_some_and(|text| !text.is_empty()));
        if has_variable && !has_sample {
            let message = "component does not contain expected field(s) (example)";
            out.add(&RULE, message, "The link with a variable has no sample", &[Spot::value(button.node)]);
        }
    }
}

/// Formats of a header that are files.
const MEDIA: [&str; 4] = ["IMAGE", "VIDEO", "DOCUMENT", "GIF"];
