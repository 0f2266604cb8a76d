//! A card lacks its picture, film or product, or has a button that cards cannot have.
//!
//! # Why
//!
//! Meta takes a picture or a film with quick replies, links and calls; or a product with its own button.
//!
//! # Example
//!
//! ```json
//! {"components": [{"type": "HEADER", "format": "TEXT", "text": "Our best"}]}
//! ```
//!
//! # Fix
//!
//! Choose a picture or a film, and other buttons.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::check::mend;
use crate::facts;
use crate::template::{ButtonType, ComponentType};

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-card-wrong",
    severity: Severity::Blocked,
    codes: &["100"],
    checks: &[],
    source: include_str!("template_card_wrong.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    let facts = facts::template();
    for (index, card) in cx.template.cards().into_iter().enumerate() {
        let header = cx.template.on_card(index).find(|part| part.kind == ComponentType::Header);
        let Some(header) = header else {
            out.add(&RULE, "", format!("Card {} has no picture or film", index + 1), &[Spot::value(card)]);
            continue;
        };
        let Some(format) = header.node.get("format") else { continue };
        let is_product = format.is_str_ignoring_case("PRODUCT");
        if !is_product && !facts.card_headers.iter().any(|allowed| format.is_str_ignoring_case(allowed)) {
            out.add(&RULE, "", "A card begins with a picture, a film or a product", &[Spot::value(format)])
                .mended_by(mend::choose(format, &facts.card_headers));
        }
        let allowed = if is_product { &facts.product_card_buttons } else { &facts.card_buttons };
        let buttons = cx.template.buttons.iter().filter(|button| button.card == Some(index));
        for button in buttons.filter(|button| button.kind != ButtonType::Other) {
            if !allowed.iter().any(|kind| kind == button.kind.name()) {
                out.add(&RULE, "", "A card cannot have this button", &[Spot::value(button.node)])
                    .mended(mend::remove_item(button.node, "Take it out"));
            }
        }
    }
}
