//! What Meta charges for, era by era, and rate cards: what it costs.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Currency, Micros};

/// What Meta prices a message as. In JSON Meta's spelling in capitals, `AUTHENTICATION_INTERNATIONAL`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Category {
    /// A template that advertises.
    Marketing,
    /// A template about something the customer asked for.
    Utility,
    /// A template with a one-time code.
    Authentication,
    /// The same from a business abroad, where Meta says so; nothing in a message tells the two apart, the status
    /// webhook does.
    AuthenticationInternational,
    /// Everything that is no template.
    Service,
}

impl Category {
    /// Every category, in the order of Meta's rate cards.
    pub const ALL: [Self; 5] = [
        Self::Marketing,
        Self::Utility,
        Self::Authentication,
        Self::AuthenticationInternational,
        Self::Service,
    ];

    /// As the columns of Meta's rate cards are headed.
    pub fn name(self) -> &'static str {
        match self {
            Self::Marketing => "Marketing",
            Self::Utility => "Utility",
            Self::Authentication => "Authentication",
            Self::AuthenticationInternational => "Authentication-International",
            Self::Service => "Service",
        }
    }
}

impl fmt::Display for Category {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// How sure a fact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Read in Meta's own documentation, or in a file the user has from Meta.
    Official,
    /// Two independent readings agree.
    TwoSource,
    /// One reading.
    OneSource,
}

/// The rules from a day on, until the next era's day.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Era {
    /// Its first day, in the time zone of the WhatsApp account.
    pub from: Date,
    /// Whether each message has its price; before, conversations had.
    pub per_message: bool,
    /// Categories that cost nothing.
    #[serde(default)]
    pub free: Vec<Category>,
    /// Categories that cost nothing while the customer service window is open.
    #[serde(default)]
    pub free_in_window: Vec<Category>,
    /// Categories that become cheaper with the number of messages; all others cost the list rate.
    #[serde(default)]
    pub volume_tiers: Vec<Category>,
    /// Free messages each calendar month.
    pub free_tier: Option<FreeTier>,
    /// Categories with the list rate of another, where a rate card has none of their own.
    #[serde(default)]
    pub rate_of: BTreeMap<Category, Category>,
}

/// Free messages each calendar month, for each business phone number.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct FreeTier {
    /// Whose messages.
    pub category: Category,
    /// How many.
    pub count: u64,
}

/// What only goes through while the customer service window is open.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct OnlyInWindow {
    /// Whose messages.
    pub category: Category,
    /// The Cloud API's error code outside the window.
    pub error: u32,
}

/// A day of the year.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct DayOfYear {
    /// 1 to 12.
    pub month: i8,
    /// 1 to 31.
    pub day: i8,
}

/// How Meta charges.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Pricing {
    /// Oldest first. Nothing is known of the time before the first.
    pub eras: Vec<Era>,
    /// What is refused outside the customer service window.
    pub only_in_window: OnlyInWindow,
    /// The days of a year on which rates may change, in order.
    pub rate_changes: Vec<DayOfYear>,
    /// Currencies Meta bills in.
    pub currencies: Vec<Currency>,
}

impl Pricing {
    /// The era a day is in.
    pub fn era(&self, on: Date) -> Option<&Era> {
        self.eras.iter().rfind(|era| era.from <= on)
    }
}

/// How Meta charges, from `facts/pricing.json`.
pub fn pricing() -> &'static Pricing {
    static PRICING: LazyLock<Pricing> =
        LazyLock::new(|| super::load(include_str!("../../facts/pricing.json")));
    &PRICING
}

/// What messages cost from a day on. JSON in camel case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RateCard {
    /// The first day it holds for, in the time zone of the WhatsApp account.
    pub valid_from: Date,
    /// The day it was read, where known.
    pub as_of: Option<Date>,
    /// Where it is from: one sentence, or the name of a file.
    pub source: String,
    /// How sure it is.
    pub confidence: Confidence,
    /// Whether it only shows about how much; a bill may differ.
    #[serde(default)]
    pub illustrative: bool,
    /// Market, category, price. Markets by the names of `facts/markets.json` where that has them.
    pub prices: BTreeMap<String, BTreeMap<Category, Price>>,
}

/// What a delivered message costs in one market and category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Price {
    /// The currency of its rates.
    pub currency: Currency,
    /// At least one; the first has the list rate. Each begins behind the end of the one before.
    pub tiers: Vec<Tier>,
}

/// The rate of some of a month's messages. Marginal: it holds for these alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tier {
    /// The last of the month's charged messages it holds for, counted from 1; `None`: all that follow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<u64>,
    /// What each costs.
    pub rate: Micros,
}

impl RateCard {
    /// The price in a market, by its name in `facts/markets.json`.
    pub fn price(&self, market: &str, category: Category) -> Option<&Price> {
        self.prices.get(market)?.get(&category)
    }

    /// The first day after its own on which Meta may have changed rates; from then on look for a newer card.
    pub fn due(&self) -> Option<Date> {
        let year = self.valid_from.year();
        let days = [year, year.saturating_add(1)].into_iter().flat_map(|year| {
            pricing().rate_changes.iter().filter_map(move |day| Date::new(year, day.month, day.day).ok())
        });
        days.into_iter().find(|day| *day > self.valid_from)
    }
}

/// Rate cards that come with the program, oldest first, from `facts/rates.json`.
pub fn rate_cards() -> &'static [RateCard] {
    #[derive(Deserialize)]
    struct File {
        cards: Vec<RateCard>,
    }
    static CARDS: LazyLock<File> = LazyLock::new(|| super::load(include_str!("../../facts/rates.json")));
    &CARDS.cards
}
