//! A template for one-time codes has words, a header or buttons of its own, or lacks the button for the code; or another
//! template has that button.
//!
//! # Why
//!
//! Meta writes the words of such messages itself, in every language; only the button's words are yours.
//!
//! # Example
//!
//! ```json
//! {"category": "AUTHENTICATION", "components": [{"type": "BODY", "text": "Your code is {{1}}, do not share it"}]}
//! ```
//!
//! # Fix
//!
//! Keep the text without words, the minutes in the footer, and one button for the code.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::check::mend;
use crate::json::Kind;
use crate::template::{ButtonType, Category, ComponentType};

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-authentication-parts",
    severity: Severity::Blocked,
    codes: &["100"],
    checks: &[],
    source: include_str!("template_authentication_parts.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    if !cx.is(Category::Authentication) {
        for button in cx.template.buttons.iter().filter(|button| button.kind == ButtonType::Otp) {
            let finding = out.add(&RULE, "", "Only a template for codes has this button", &[Spot::value(button.node)]);
            finding.mended(mend::remove_item(button.node, "Take it out"));
        }
        return;
    }
    for part in cx.template.components.iter().filter(|part| part.kind != ComponentType::Other) {
        match part.kind {
            ComponentType::Body | ComponentType::Footer => {
                if let Some(text) = part.node.get("text") {
                    out.add(&RULE, "", "Meta writes the words of a template for codes", &[Spot::value(text)])
                        .mended(mend::remove(part.node, "text"));
                }
            }
            ComponentType::Buttons => {}
            _ => {
                out.add(&RULE, "", "A template for codes has no such part", &[Spot::value(part.node)])
                    .mended(mend::remove_item(part.node, "Take it out"));
            }
        }
    }
    if let Some(components) = cx.template.root.get("components").filter(|parts| parts.kind() == Kind::Array)
        && !cx.template.buttons.iter().any(|button| button.kind == ButtonType::Otp)
    {
        out.add(&RULE, "", "The button for the code is missing", &[Spot::value(components)]);
    }
}
