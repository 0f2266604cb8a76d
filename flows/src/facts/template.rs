//! What a message template is made of.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::{MemberFacts, Pattern, load};

/// Everything about message templates, from `facts/templates.json`.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TemplateFacts {
    /// What a name may be.
    pub name: NameFacts,
    /// Members of a template.
    pub members: Vec<MemberFacts>,
    /// Parts that `components` may hold.
    pub components: Vec<PartFacts>,
    /// Buttons that a part `BUTTONS` may hold.
    pub buttons: Vec<PartFacts>,
    /// Bounds that belong to no single member.
    pub limits: TemplateLimits,
    /// Formats of the header of a card with a picture or a film.
    pub card_headers: Vec<String>,
    /// Buttons of such a card.
    pub card_buttons: Vec<String>,
    /// Buttons of a card of a product.
    pub product_card_buttons: Vec<String>,
    /// How long a message may wait for the phone, by category.
    pub lifetimes: BTreeMap<String, Lifetime>,
    /// What Meta's error subcodes of a refused template mean.
    pub subcodes: BTreeMap<String, String>,
    /// Languages a template can have.
    pub languages: Vec<LanguageFacts>,
}

/// What a template's name may be.
#[derive(Debug, Clone, Deserialize)]
pub struct NameFacts {
    /// Its letters.
    pub pattern: Pattern,
    /// Most letters.
    pub max: usize,
}

/// A language of templates.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
pub struct LanguageFacts {
    /// Meta's code, for example `pt_BR`.
    pub code: String,
    /// Its English name.
    pub name: String,
}

/// A part or a button.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
pub struct PartFacts {
    /// Meta's name of it, for example `BODY` or `QUICK_REPLY`.
    #[serde(rename = "type")]
    pub kind: String,
    /// What people call it: "the text".
    pub words: String,
    /// How many of it there may be.
    #[specta(type = u32)]
    pub most: usize,
    /// Categories that may have it; empty for all but authentication.
    #[serde(default)]
    pub categories: Vec<String>,
    /// Whether it may have no other button beside it.
    #[serde(default)]
    pub alone: bool,
    /// Its members beside `type`.
    pub members: Vec<MemberFacts>,
}

/// Bounds that belong to no single member. Lengths are counted in letters (code points).
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TemplateLimits {
    /// Most buttons.
    pub buttons: usize,
    /// Most buttons of a card.
    pub buttons_on_card: usize,
    /// Fewest cards.
    pub cards_min: usize,
    /// Most cards.
    pub cards_max: usize,
    /// Most letters of a card's text.
    pub card_text: usize,
    /// Most letters of the text beside an offer.
    pub offer_body: usize,
    /// Most letters of the code of an offer.
    pub offer_code: usize,
    /// Most letters of a code to copy.
    pub copy_code: usize,
    /// Most letters of a one-time code.
    pub otp_code: usize,
    /// Most apps a one-time code may go to.
    pub apps_max: usize,
    /// Letters of the signature of an app.
    pub signature_length: usize,
    /// What the package of an app looks like.
    pub package_pattern: Pattern,
    /// What the signature of an app looks like.
    pub signature_pattern: Pattern,
    /// Most variables in a header.
    pub header_variables: usize,
    /// Most variables in the address of a link button.
    pub url_variables: usize,
    /// Buttons shown before "See all options" stands for the rest.
    pub buttons_shown: usize,
    /// Most buttons of a template that a desktop shows.
    pub buttons_on_desktop: usize,
    /// Most line breaks in a row.
    pub blank_lines: usize,
    /// Most letters of the text with its values filled in.
    pub filled_body: usize,
}

/// How long a message may wait for the phone, in seconds.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Lifetime {
    /// Shortest.
    pub min: i64,
    /// Longest.
    pub max: i64,
    /// Whether -1 stands for 30 days.
    #[serde(rename = "always30Days")]
    pub always_30_days: bool,
}

/// What a message template is made of, from `facts/templates.json`.
pub fn template() -> &'static TemplateFacts {
    static FACTS: LazyLock<TemplateFacts> =
        LazyLock::new(|| load(include_str!("../../facts/templates.json")));
    &FACTS
}

impl PartFacts {
    /// What is known of a member.
    pub fn member(&self, name: &str) -> Option<&MemberFacts> {
        self.members.iter().find(|member| member.name == name)
    }
}
