//! Computers do not show this template: it has four buttons or more, or quick replies beside other buttons.
//!
//! # Why
//!
//! People who read WhatsApp on a computer are told to look at their phone.
//!
//! # Example
//!
//! ```json
//! {"type": "BUTTONS", "buttons": ["(four buttons)"]}
//! ```
//!
//! # Fix
//!
//! Use up to three buttons of one sort.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::facts;
use crate::template::ButtonType;

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-not-on-desktop",
    severity: Severity::Advice,
    codes: &[],
    checks: &[],
    source: include_str!("template_not_on_desktop.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    let buttons: Vec<_> = cx.template.main_buttons().collect();
    let replies = buttons.iter().filter(|button| button.kind == ButtonType::QuickReply).count();
    let is_mixed = replies > 0 && replies < buttons.len();
    if buttons.len() > facts::template().limits.buttons_on_desktop || is_mixed {
        let Some(list) = buttons.first().and_then(|button| button.node.parent()) else { return };
        out.add(&RULE, "", "Computers do not show a message with these buttons", &[Spot::value(list)]);
    }
}
