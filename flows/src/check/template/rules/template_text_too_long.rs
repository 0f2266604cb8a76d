//! A text is longer than Meta takes. Letters are counted, a variable as it is written.
//!
//! # Why
//!
//! Meta refuses the template.
//!
//! # Example
//!
//! ```json
//! {"type": "FOOTER", "text": "(sixty-one letters)"}
//! ```
//!
//! # Fix
//!
//! Shorten it.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::facts;
use crate::json::Node;
use crate::template::{ButtonType, ComponentType};
use super::capital;

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-text-too-long",
    severity: Severity::Blocked,
    codes: &["2388040"],
    checks: &[],
    source: include_str!("template_text_too_long.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    for known in &cx.known {
        for member in known.members {
            let Some(value) = known.node.get(&member.name) else { continue };
            if let Some(most) = member.max {
                measure(value, &member.words, most, out);
            }
        }
    }
    let limits = &facts::template().limits;
    let has_offer = cx.template.main(ComponentType::LimitedTimeOffer).next().is_some();
    for text in cx.texts_of(ComponentType::Body) {
        if text.component.card.is_some() {
            measure(text.node, "the card's text", limits.card_text, out);
        } else if has_offer {
            measure(text.node, "the text of an offer", limits.offer_body, out);
        }
    }
    let (code, words) = if has_offer {
        (limits.offer_code, "the code of an offer")
    } else {
        (limits.copy_code, "the sample code")
    };
    for button in cx.template.buttons.iter().filter(|button| button.kind == ButtonType::CopyCode) {
        let Some(example) = button.node.get("example") else { continue };
        std::iter::once(example).chain(example.items()).for_each(|value| measure(value, words, code, out));
    }
}

fn measure<'t>(value: Node<'t>, words: &str, most: usize, out: &mut Findings<'t>) {
    let length = value.as_str().map_or(0, |text| text.chars().count());
    if length > most {
        let headline = format!("{} has {length} letters; {most} are allowed", capital(words));
        out.add(&RULE, "", headline, &[Spot::value(value)]);
    }
}
