//! A button that takes over a one-time code has others beside it.
//!
//! # Why
//!
//! It has to be the only one.
//!
//! # Example
//!
//! ```json
//! {"type": "BUTTONS", "buttons": ["(one-time code)", "(quick reply)"]}
//! ```
//!
//! # Fix
//!
//! Take the others out.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::check::mend;
use crate::template::ButtonType;

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-button-alone",
    severity: Severity::Blocked,
    codes: &["100"],
    checks: &[],
    source: include_str!("template_button_alone.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    let codes = cx.template.buttons.iter().filter(|button| button.kind == ButtonType::Otp);
    let has_code = codes.count() > 0;
    for button in cx.template.buttons.iter().filter(|button| has_code && button.kind != ButtonType::Otp) {
        out.add(&RULE, "", "Beside a button for a code there can be no other", &[Spot::value(button.node)])
            .mended(mend::remove_item(button.node, "Take this one out"));
    }
}
