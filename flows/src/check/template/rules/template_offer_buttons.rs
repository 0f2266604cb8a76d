//! An offer that ends lacks its link, or its code does not come first.
//!
//! # Why
//!
//! Phones show the code and the link below the offer, in this order.
//!
//! # Example
//!
//! ```json
//! {"type": "BUTTONS", "buttons": ["(link)", "(code)"]}
//! ```
//!
//! # Fix
//!
//! Put the code first and the link after it.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::check::mend;
use crate::edit::Edit;
use crate::template::{ButtonType, ComponentType};

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-offer-buttons",
    severity: Severity::Blocked,
    codes: &["100"],
    checks: &[],
    source: include_str!("template_offer_buttons.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    if cx.template.main(ComponentType::LimitedTimeOffer).next().is_none() {
        return;
    }
    let buttons: Vec<_> = cx.template.main_buttons().collect();
    let Some(components) = cx.template.root.get("components") else { return };
    if !buttons.iter().any(|button| button.kind == ButtonType::Url) {
        out.add(&RULE, "", "An offer needs a button with a link", &[Spot::value(components)]);
    }
    if let Some(code) = buttons.iter().skip(1).find(|button| button.kind == ButtonType::CopyCode) {
        let finding = out.add(&RULE, "", "The code of an offer comes first", &[Spot::value(code.node)]);
        if let Some(list) = code.node.parent() {
            let edit = Edit::MoveItem { from: code.node.pointer(), to: list.pointer(), index: 0 };
            finding.mended(mend::fix("Put it first", edit));
        }
    }
}
