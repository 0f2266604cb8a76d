//! Rates of a file put together to prices.

use std::collections::BTreeMap;

use super::CardError;
use crate::facts::{Category, Currency, Micros, Price, Tier};

/// A rate as it stands in a file.
pub(super) struct Found {
    pub line: u64,
    pub market: String,
    pub category: Category,
    pub currency: Currency,
    pub from: Option<u64>,
    pub to: Option<u64>,
    pub rate: Micros,
}

/// Prices by market and category.
pub(super) fn prices(all: Vec<Found>) -> Result<BTreeMap<String, BTreeMap<Category, Price>>, CardError> {
    let mut groups: BTreeMap<(String, Category), Vec<Found>> = BTreeMap::new();
    for found in all {
        groups.entry((found.market.clone(), found.category)).or_default().push(found);
    }
    let mut prices: BTreeMap<String, BTreeMap<Category, Price>> = BTreeMap::new();
    for ((market, category), group) in groups {
        prices.entry(market).or_default().insert(category, price(group)?);
    }
    Ok(prices)
}

/// The tiers of one market and category: the first begins at 0 or 1, each other where the one before ends.
fn price(mut group: Vec<Found>) -> Result<Price, CardError> {
    group.sort_by_key(|found| found.from.unwrap_or_default().max(1));
    let mut tiers: Vec<Tier> = Vec::new();
    // What the next one has to begin at; `None` behind one without an end.
    let mut next = Some(1);
    let mut before: Option<&Found> = None;
    for found in &group {
        let (line, market, category) = (found.line, found.market.clone(), found.category);
        let from = found.from.unwrap_or_default().max(1);
        if let Some(before) = before {
            let same = |of: &Found| (of.currency, of.from, of.to, of.rate);
            if same(before) == same(found) {
                continue;
            }
            let again = before.from.unwrap_or_default().max(1) == from;
            if again || before.currency != found.currency || next.is_none() {
                let line = line.max(before.line);
                return Err(CardError::TwoRates { line, market, category });
            }
        }
        if found.to.is_some_and(|to| to < from) {
            return Err(CardError::Backwards { line, market, category });
        }
        if next != Some(from) {
            return Err(CardError::Tiers { line, market, category, expected: next.unwrap_or(from) });
        }
        next = found.to.and_then(|to| to.checked_add(1));
        tiers.push(Tier { to: found.to, rate: found.rate });
        before = Some(found);
    }
    let currency = group.first().map(|found| found.currency);
    currency.map(|currency| Price { currency, tiers }).ok_or(CardError::NoRates { line: 1 })
}
