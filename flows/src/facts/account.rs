use std::sync::LazyLock;

use serde::Deserialize;

use super::load;

/// What Meta lets an account do with its templates, messages and QR codes.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AccountFacts {
    /// Templates an account may create in an hour.
    pub creations_per_hour: usize,
    /// Templates of an account whose business is not verified; each language counts.
    pub templates_unverified: usize,
    /// Templates of one that is.
    pub templates_verified: usize,
    /// States in which a template may be edited, in Meta's words.
    pub edited_when: Vec<String>,
    /// Members of a template that an edit may hold; of an approved one its category is kept.
    pub edited: Vec<String>,
    /// Edits of an approved template in 30 days.
    pub edits_in_30_days: usize,
    /// Edits of an approved template in 24 hours.
    pub edits_in_24_hours: usize,
    /// Days for which the name of a deleted approved template is not taken.
    pub blocked_name_days: i64,
    /// How many people a business may write to in `messaging_hours` who did not write themselves, over all its numbers: the
    /// limit of a new one, then what it rises to. Meta names more words, without telling how many people they are.
    pub messaging_limits: Vec<MessagingTier>,
    /// The moving hours in which they are counted.
    pub messaging_hours: u32,
    /// Characters of the text that a QR code writes for the person.
    pub qr_text_max: usize,
    /// QR codes of a phone number.
    pub qr_codes_max: usize,
}

/// A limit that Meta gives a business.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MessagingTier {
    /// Meta's word for it, such as `TIER_2K`.
    pub tier: String,
    /// People; none: as many as it likes.
    pub people: Option<u32>,
}

/// What an account may do with its templates, messages and QR codes, from `facts/account.json`.
pub fn account() -> &'static AccountFacts {
    static FACTS: LazyLock<AccountFacts> = LazyLock::new(|| load(include_str!("../../facts/account.json")));
    &FACTS
}
