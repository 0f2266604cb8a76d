//! A marketing template says nothing but what somebody has to know about their order, booking, payment or account.
//!
//! # Why
//!
//! As utility it costs less, and it reaches people whom marketing does not reach.
//!
//! # Example
//!
//! ```json
//! {"category": "MARKETING", "components": [{"type": "BODY", "text": "Your parcel {{1}} is on its way, it arrives today"}]}
//! ```
//!
//! # Fix
//!
//! Make it a utility template.

use super::template_category_likely_other::{category_fix, said, spots};
use crate::adviser::Certainty;
use crate::check::Severity;
use crate::check::findings::Findings;
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::template::{Category, ComponentType};

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-category-may-be-utility",
    severity: Severity::Advice,
    codes: &[],
    checks: &[],
    source: include_str!("template_category_may_be_utility.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    let has = |kind| cx.template.main(kind).next().is_some();
    if !cx.is(Category::Marketing) || has(ComponentType::Carousel) || has(ComponentType::LimitedTimeOffer) {
        return;
    }
    let only_marketing = cx.template.main(ComponentType::Header).any(|part| {
        part.node
            .get("format")
            .is_some_and(|format| ["PRODUCT", "GIF"].iter().any(|kind| format.is_str_ignoring_case(kind)))
    });
    let advice = cx.advice();
    if only_marketing || advice.category != Some(Category::Utility) || advice.certainty != Certainty::Sure {
        return;
    }
    let Some(reason) = advice.reasons.first() else { return };
    let headline = format!("This may cost less as utility: '{}'", said(reason));
    out.add(&RULE, "", headline, &spots(cx, &advice.reasons)).mended(category_fix(cx, Category::Utility));
}
