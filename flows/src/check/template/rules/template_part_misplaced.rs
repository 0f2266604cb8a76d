//! A part cannot be in this kind of template: cards or an offer that is no marketing, a footer beside an offer, a header
//! beside cards.
//!
//! # Why
//!
//! Meta refuses the combination.
//!
//! # Example
//!
//! ```json
//! {"category": "UTILITY", "components": [{"type": "CAROUSEL", "cards": []}]}
//! ```
//!
//! # Fix
//!
//! Take it out, or choose another category.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::check::mend;
use crate::check::template::context::part as part_facts;
use crate::template::ComponentType;
use super::capital;

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-part-misplaced",
    severity: Severity::Blocked,
    codes: &["100"],
    checks: &[],
    source: include_str!("template_part_misplaced.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    let has = |kind| cx.template.main(kind).next().is_some();
    let has_cards = has(ComponentType::Carousel);
    let has_offer = has(ComponentType::LimitedTimeOffer);
    for part in &cx.template.components {
        let Some(facts) = part_facts(part.kind.name()) else { continue };
        if let Some(category) = cx.template.category
            && !facts.categories.is_empty()
            && !facts.categories.iter().any(|allowed| allowed == category.name())
        {
            let headline = format!("{} cannot be in this category", capital(&facts.words));
            let finding = out.add(&RULE, "", headline, &[Spot::value(part.node)]);
            if let (Some(node), [only]) = (cx.template.root.get("category"), facts.categories.as_slice()) {
                finding.mended(mend::fix(format!("Make it {only}"), mend::replace(node, only.as_str().into())));
            }
        }
        let why = match (part.card, part.kind) {
            (None, ComponentType::Header | ComponentType::Footer | ComponentType::Buttons) if has_cards => {
                "Beside cards there is only a text"
            }
            (None, ComponentType::Footer) if has_offer => "Beside an offer there is no footer",
            (Some(_), ComponentType::Footer | ComponentType::Carousel | ComponentType::LimitedTimeOffer) => {
                "A card has a picture, a text and buttons only"
            }
            _ => continue,
        };
        out.add(&RULE, "", why, &[Spot::value(part.node)]).mended(mend::remove_item(part.node, "Take it out"));
    }
}
