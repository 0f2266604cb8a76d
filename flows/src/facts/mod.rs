//! Dated facts of Meta's platform: typed views of the files in `flows/facts`. Each file names its source
//! and date; a limit stands there and nowhere in code.

mod account;
mod chat;
mod component;
mod composer;
mod errors;
mod markets;
mod member;
mod message;
mod money;
mod pricing;
mod spoken;
mod template;
pub mod template_words;
mod version;
mod words;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use serde::de::DeserializeOwned;

pub use account::{AccountFacts, account};
pub use chat::{AuthenticationWords, ChatFacts, chat};
pub use component::{
    ActionFacts, ComponentFacts, ComponentKind, JsonType, ParentFacts, PropertyFacts, ShownItems, component,
    components,
};
pub use composer::{ComposerFacts, composer};
pub use errors::{ErrorFacts, Retry, Sent, error, errors};
pub use markets::{CountryFacts, countries, countries_of_number, country, market_named};
pub use member::{MemberFacts, Pattern};
pub use message::{MediaFacts, MessageFacts, MessageLimits, VariantFacts, message};
pub use money::{Currency, Micros, NotACurrency, NotAnAmount};
pub use pricing::{
    Category, Confidence, DayOfYear, Era, FreeTier, OnlyInWindow, Price, Pricing, RateCard, Tier, pricing,
    rate_cards,
};
pub use spoken::{Spoken, spoken};
pub use template::{LanguageFacts, Lifetime, PartFacts, TemplateFacts, TemplateLimits, template};
pub use version::{Version, VersionFacts, VersionState, Versions, versions};
pub use words::{Words, words};

/// Bounds of a Flow.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Limits {
    /// Largest file, in bytes.
    pub file_bytes: u32,
    /// Most screens.
    pub screens: u32,
    /// Most components on a screen that Meta's validator lets pass.
    pub components_per_screen: u32,
    /// Most components on a screen by Meta's documentation.
    pub components_per_screen_documented: u32,
    /// Most screens one screen may lead to.
    pub branches_per_screen: u32,
    /// How deep `If` may lie in `If`.
    pub if_nesting: u32,
    /// Photo and document pickers together on one screen.
    pub pickers_per_screen: u32,
    /// Most images in a carousel.
    pub images_per_carousel: u32,
    /// Most list items with a badge.
    pub badges_per_navigation_list: u32,
    /// Fewest texts at the end of a list item that has any.
    pub end_fields_min: u32,
    /// Most texts at the end of a list item.
    pub end_fields_max: u32,
    /// Most files that a form may send when it completes.
    pub media_files_in_payload: u32,
    /// Most kilobytes of files that a form may send when it completes.
    pub media_kilobytes_in_payload: u32,
    /// Advised size of an image, in kilobytes.
    pub image_kilobytes: u32,
    /// Largest image in a list, in kilobytes, from version 6.0.
    pub list_image_kilobytes: u32,
    /// The same before version 6.0.
    #[serde(rename = "listImageKilobytesBefore60")]
    pub list_image_kilobytes_before_6_0: u32,
    /// Options from which an open drop-down has a search box.
    pub dropdown_search_from: u32,
    /// First year a date picker offers when no date is set.
    pub selectable_year_min: u32,
    /// Last year a date picker offers when no date is set.
    pub selectable_year_max: u32,
}

/// Bounds of a Flow, from `facts/limits.json`.
pub fn limits() -> &'static Limits {
    static LIMITS: LazyLock<Limits> = LazyLock::new(|| load(include_str!("../../facts/limits.json")));
    &LIMITS
}

/// An error code of Meta's validator.
#[derive(Debug, Clone, Deserialize)]
pub struct ErrorCode {
    /// Meta's spelling, for example `INVALID_ROUTING_MODEL`.
    pub code: String,
    /// Whether Meta's documentation lists it.
    pub documented: bool,
    /// Whether the validator was seen to give it.
    pub emitted: bool,
    /// Why none of our rules gives it; nothing when one does.
    #[serde(default)]
    pub ungiven: Option<String>,
}

/// Every known error code, from `facts/error_codes.json`.
pub fn error_codes() -> &'static [ErrorCode] {
    #[derive(Deserialize)]
    struct File {
        codes: Vec<ErrorCode>,
    }
    static CODES: LazyLock<File> = LazyLock::new(|| load(include_str!("../../facts/error_codes.json")));
    &CODES.codes
}

/// BCP 47 tags of the languages that WhatsApp names, from `facts/languages.json`.
pub fn languages() -> &'static [String] {
    #[derive(Deserialize)]
    struct File {
        languages: Vec<String>,
    }
    static LANGUAGES: LazyLock<File> = LazyLock::new(|| load(include_str!("../../facts/languages.json")));
    &LANGUAGES.languages
}

/// Whether one of these checks of Meta's validator (by its own names) runs in this version, from
/// `facts/checks.json`.
pub fn check_runs(checks: &[&str], version: Version) -> bool {
    #[derive(Deserialize)]
    struct File {
        checks: BTreeMap<String, Vec<Version>>,
    }
    static CHECKS: LazyLock<File> = LazyLock::new(|| load(include_str!("../../facts/checks.json")));
    checks.iter().any(|check| CHECKS.checks.get(*check).is_some_and(|versions| versions.contains(&version)))
}

/// The files are part of the program and a test reads each one, so a file that does not fit never ships.
#[expect(clippy::expect_used, reason = "a fault in our own data file, found by the first test that runs")]
pub(crate) fn load<T: DeserializeOwned>(text: &str) -> T {
    serde_json::from_str(text).expect("a facts file fits its type")
}
