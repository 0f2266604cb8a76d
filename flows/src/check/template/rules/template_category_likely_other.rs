//! The words of a template likely belong to another category than the one it is sent in as.
//!
//! # Why
//!
//! Meta decides by the words: what promotes, mixes promotion in, or does not say what it is about is filed as marketing,
//! costs the price of marketing and does not reach everybody. A one-time code in any other template is rejected.
//!
//! # Example
//!
//! ```json
//! {"category": "UTILITY", "components": [{"type": "BODY", "text": "Your order is packed. Take 20% off the next one"}]}
//! ```
//!
//! # Fix
//!
//! Leave the promotion out, or make it a marketing template. For codes make a template for codes.

use crate::adviser::{self, Advice, Certainty, Reason};
use crate::check::Severity;
use crate::check::findings::{Findings, Spot, short};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::check::{Fix, mend};
use crate::json::Pointer;
use crate::template::{Category, ComponentType};

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-category-likely-other",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("template_category_likely_other.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    if !cx.is(Category::Utility) && !cx.is(Category::Marketing) {
        return;
    }
    let advice = cx.advice();
    let category = match advice.category {
        Some(Category::Marketing) if cx.is(Category::Utility) => Category::Marketing,
        Some(Category::Authentication) => Category::Authentication,
        _ => return,
    };
    let spots = spots(cx, &advice.reasons);
    if spots.is_empty() {
        return;
    }
    let finding = out.add(&RULE, "", headline(category, advice), &spots);
    if category == Category::Marketing {
        finding.mended(category_fix(cx, Category::Marketing));
        finding.mended_by(without_sentence(cx, advice).into_iter().collect());
    }
}

fn headline(category: Category, advice: &Advice) -> String {
    let words = advice.reasons.first().filter(|reason| reason.intent != adviser::Intent::Unclear);
    let words = words.map(said);
    match (category, advice.certainty, words) {
        (Category::Authentication, _, words) => {
            format!("Meta rejects codes outside a template for codes: '{}'", words.unwrap_or_default())
        }
        (_, _, None) => "Meta may file this as marketing: what it is about is not clear".to_owned(),
        (_, Certainty::Sure, Some(words)) => format!("Meta will likely file this as marketing: '{words}'"),
        (_, Certainty::Likely, Some(words)) => format!("Meta may file this as marketing: '{words}'"),
    }
}

/// The words of a reason as a headline quotes them: short, on one line.
pub(super) fn said(reason: &Reason) -> String {
    short(&reason.words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The parts that the reasons stand in, the strongest first, each once.
pub(super) fn spots<'t>(cx: &TemplateContext<'_, 't>, reasons: &[Reason]) -> Vec<Spot<'t>> {
    let mut parts: Vec<&Pointer> = Vec::new();
    for reason in reasons {
        if !parts.contains(&&reason.part) {
            parts.push(&reason.part);
        }
    }
    let tree = cx.template.root.tree();
    parts.into_iter().filter_map(|part| tree.at(part)).map(Spot::value).collect()
}

/// Makes it a template of another category.
pub(super) fn category_fix(cx: &TemplateContext<'_, '_>, category: Category) -> Fix {
    let title = format!("Make it {}", category.name());
    mend::fix(title, mend::set(cx.template.root, "category", category.name().into()))
}

/// Where one sentence of the text has all the promotion, and the rest stands without it.
fn without_sentence(cx: &TemplateContext<'_, '_>, advice: &Advice) -> Option<Fix> {
    let first = advice.reasons.first()?;
    let text = cx.texts_of(ComponentType::Body).find(|text| text.node.pointer() == first.part)?;
    if advice.reasons.iter().any(|reason| reason.part != first.part) {
        return None;
    }
    let sentence = adviser::sentences(text.written).into_iter().find(|at| at.contains(&first.span.start))?;
    let has_all = |reason: &Reason| sentence.contains(&reason.span.start) && reason.span.end <= sentence.end;
    let (before, after) = (text.written.get(..sentence.start)?, text.written.get(sentence.end..)?);
    let rest = format!("{before}{after}").trim().to_owned();
    let is_alone = advice.reasons.iter().all(has_all) && !rest.is_empty();
    is_alone.then(|| mend::fix("Leave the sentence out", mend::replace(text.node, rest.into())))
}
