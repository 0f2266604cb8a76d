//! A marketing template gives no way to stop such messages.
//!
//! # Why
//!
//! People who cannot stop them block the number, and that lowers how many you may write to.
//!
//! # Example
//!
//! ```json
//! {"category": "MARKETING", "components": [{"type": "BODY", "text": "Our summer sale begins today, come in"}]}
//! ```
//!
//! # Fix
//!
//! Add a quick reply or a footer that says how to stop.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::check::mend;
use crate::edit::Edit;
use crate::facts::template_words as words;
use crate::json::Kind;
use crate::template::{ButtonType, Category, ComponentType};

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-no-opt-out",
    severity: Severity::Advice,
    codes: &[],
    checks: &[],
    source: include_str!("template_no_opt_out.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    if !cx.is(Category::Marketing) || cx.template.body().is_none() {
        return;
    }
    let language = cx.template.language.as_deref().unwrap_or_default();
    let replies = cx.template.buttons.iter().filter(|button| button.kind == ButtonType::QuickReply);
    let labels = replies.filter_map(|button| button.node.get("text")?.as_str()).map(std::borrow::Cow::into_owned);
    let texts = cx.texts.iter().map(|text| text.written.to_string());
    let all: Vec<String> = labels.chain(texts).map(|text| text.to_lowercase()).collect();
    if all.iter().any(|text| words::stop(language, text).is_some()) {
        return;
    }
    let has_cards = cx.template.main(ComponentType::Carousel).next().is_some();
    let has_offer = cx.template.main(ComponentType::LimitedTimeOffer).next().is_some();
    let has_footer = cx.template.main(ComponentType::Footer).next().is_some();
    let Some(components) = cx.template.root.get("components").filter(|parts| parts.kind() == Kind::Array) else {
        return;
    };
    let finding = out.add(&RULE, "", "People cannot stop these messages", &[Spot::value(components)]);
    if !has_cards && !has_offer && !has_footer {
        let stop = &words::of(language).stop;
        let value = serde_json::json!({"type": "FOOTER", "text": stop});
        let edit = Edit::InsertItem { at: components.pointer(), index: after_body(cx), value };
        finding.mended(mend::fix("Add a footer that says how", edit));
    }
}

/// The place behind the text.
fn after_body(cx: &TemplateContext<'_, '_>) -> u32 {
    let main = cx.template.components.iter().filter(|part| part.card.is_none());
    main.zip(1..).find(|(part, _)| part.kind == ComponentType::Body).map_or(0, |(_, next)| next)
}
