//! A call button has something else than a phone number.
//!
//! # Why
//!
//! The phone could not call it.
//!
//! # Example
//!
//! ```json
//! {"type": "PHONE_NUMBER", "text": "Call us", "phone_number": "our shop"}
//! ```
//!
//! # Fix
//!
//! Write the number with its country code.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::check::findings::short;
use crate::template::ButtonType;

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-phone-wrong",
    severity: Severity::Blocked,
    codes: &["100"],
    checks: &[],
    source: include_str!("template_phone_wrong.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    for button in cx.template.buttons.iter().filter(|button| button.kind == ButtonType::PhoneNumber) {
        let Some(node) = button.node.get("phone_number") else { continue };
        let Some(number) = node.as_str().filter(|number| !number.trim().is_empty()) else { continue };
        let digits = number.chars().filter(char::is_ascii_digit).count();
        let is_number = number.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | ' ' | '-' | '(' | ')'));
        if !is_number || digits < FEWEST_DIGITS {
            let headline = format!("'{}' is no phone number", short(&number));
            out.add(&RULE, "", headline, &[Spot::value(node)]);
        }
    }
}

/// The shortest numbers with a country code.
const FEWEST_DIGITS: usize = 6;
