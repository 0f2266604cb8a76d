//! Which market of Meta's rate cards a country belongs to, and since when.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

use super::Confidence;

/// A country of Meta's table of markets.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CountryFacts {
    /// ISO 3166-1 alpha-2 code, capital letters.
    pub iso: String,
    /// English name as in Meta's table.
    pub country: String,
    /// Digits of the calling code, without `+`.
    pub calling_code: String,
    /// Digits after the calling code that are this country's, where several share the code; empty: all that
    /// nobody else names.
    #[serde(default)]
    pub areas: Vec<String>,
    market: String,
    #[serde(default)]
    changes: Vec<MarketChange>,
    confidence: Option<Confidence>,
}

/// A country that moves to another market.
#[derive(Debug, Clone, Deserialize)]
struct MarketChange {
    from: Date,
    market: String,
}

impl CountryFacts {
    /// The market on a day.
    pub fn market(&self, on: Date) -> &str {
        let change = self.changes.iter().filter(|change| change.from <= on).max_by_key(|change| change.from);
        change.map_or(&self.market, |change| &change.market)
    }

    /// How sure the row is.
    pub fn confidence(&self) -> Confidence {
        self.confidence.unwrap_or(file().confidence)
    }

    /// How many digits at the start of a number say that it is of this country.
    fn fits(&self, number: &str) -> Option<usize> {
        let rest = number.strip_prefix(&self.calling_code)?;
        if self.areas.is_empty() {
            return Some(self.calling_code.len());
        }
        let area = self.areas.iter().find(|area| rest.starts_with(area.as_str()))?;
        Some(self.calling_code.len() + area.len())
    }
}

#[derive(Deserialize)]
struct File {
    confidence: Confidence,
    spellings: BTreeMap<String, String>,
    countries: Vec<CountryFacts>,
}

fn file() -> &'static File {
    static FILE: LazyLock<File> = LazyLock::new(|| super::load(include_str!("../../facts/markets.json")));
    &FILE
}

/// Every country of Meta's table, from `facts/markets.json`.
pub fn countries() -> &'static [CountryFacts] {
    &file().countries
}

/// The country of an ISO 3166-1 alpha-2 code, capital or small letters.
pub fn country(iso: &str) -> Option<&'static CountryFacts> {
    countries().iter().find(|country| country.iso.eq_ignore_ascii_case(iso))
}

/// The countries a phone number may be of: those whose calling code and area take most digits of its start; several
/// where they share the code (Canada and the United States). Everything but digits is skipped; the calling code
/// comes first, with or without `+`. Empty for numbers of no country in the table. The table names few areas of
/// code 1: islands that it does not list are taken for North America.
pub fn countries_of_number(number: &str) -> Vec<&'static CountryFacts> {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let fits = || countries().iter().filter_map(|country| Some((country.fits(&digits)?, country)));
    let most = fits().map(|(length, _)| length).max();
    fits().filter(|(length, _)| Some(*length) == most).map(|(_, country)| country).collect()
}

/// A market's name as the table writes it, from a name as a rate card may write it (`Rest of Central & Eastern
/// Europe`, `Türkiye`); `None` for markets the table does not have.
pub fn market_named(name: &str) -> Option<&'static str> {
    static NAMES: LazyLock<BTreeMap<String, &'static str>> = LazyLock::new(|| {
        let moved = countries().iter().flat_map(|country| &country.changes).map(|change| &change.market);
        let markets = countries().iter().map(|country| &country.market).chain(moved);
        let spelled = file().spellings.iter().map(|(name, market)| (plain(name), market.as_str()));
        markets.map(|market| (plain(market), market.as_str())).chain(spelled).collect()
    });
    NAMES.get(&plain(name)).copied()
}

/// Small letters and digits alone; `&` is `and`.
fn plain(name: &str) -> String {
    name.replace('&', "and").to_lowercase().chars().filter(|letter| letter.is_alphanumeric()).collect()
}
