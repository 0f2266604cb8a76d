//! What the page needs to know of the parts of templates and messages, to offer and to name them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Serialize;

use super::{LanguageFacts, MemberFacts, PartFacts, VariantFacts, countries, message, template};

/// What templates and messages are made of.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ComposerFacts {
    /// Parts of a template.
    pub parts: Vec<PartFacts>,
    /// Buttons of a template.
    pub buttons: Vec<PartFacts>,
    /// Most buttons of a template.
    #[specta(type = u32)]
    pub most_buttons: usize,
    /// Most letters of a card's text.
    #[specta(type = u32)]
    pub card_text: usize,
    /// Fewest and most cards of a carousel.
    #[specta(type = (u32, u32))]
    pub cards: (usize, usize),
    /// Languages a template can have.
    pub languages: Vec<LanguageFacts>,
    /// Countries that prices are known by, ISO 3166-1 alpha-2.
    pub countries: Vec<String>,
    /// Members of every message.
    pub message: Vec<MemberFacts>,
    /// What an object that says what it is with `type` is made of, by set.
    pub variants: BTreeMap<String, Vec<VariantFacts>>,
}

/// What templates and messages are made of.
pub fn composer() -> &'static ComposerFacts {
    static FACTS: LazyLock<ComposerFacts> = LazyLock::new(|| {
        let (template, message) = (template(), message());
        ComposerFacts {
            parts: template.components.clone(),
            buttons: template.buttons.clone(),
            most_buttons: template.limits.buttons,
            card_text: template.limits.card_text,
            cards: (template.limits.cards_min, template.limits.cards_max),
            languages: template.languages.clone(),
            countries: countries().iter().map(|country| country.iso.clone()).collect(),
            message: message.members.clone(),
            variants: message.variants.clone(),
        }
    });
    &FACTS
}
