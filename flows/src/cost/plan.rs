//! Many messages of one month.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::charge::{Charge, Circumstances, Kind, Message, Recipient, market, of, run};
use crate::facts::{self, Category, Currency, Micros, RateCard};

/// Messages of one kind to one market, one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Send<'a> {
    /// What each of them is.
    pub message: Message<'a>,
    /// How many are delivered.
    pub count: u64,
    /// Whether the customer service window is open for them.
    pub window_open: bool,
    /// Whether the window that an ad opened is open for them.
    pub ad_window_open: bool,
}

/// The month a plan is carried out in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Month {
    /// The day all of it is delivered on, in the time zone of the WhatsApp account.
    pub delivered: Date,
    /// Service messages delivered in the month before the plan, from the same business number.
    pub service_used: u64,
    /// Messages charged in the month before the plan, by market and category, over all accounts of the portfolio.
    pub volumes: BTreeMap<(String, Category), u64>,
}

/// What a plan costs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Plan {
    /// One for each send, in order.
    pub lines: Vec<Line>,
    /// By market; sends without one are in none.
    pub markets: BTreeMap<String, Sum>,
    /// Everything.
    pub total: Sum,
}

/// What one send costs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// The market on the day of delivery, where known.
    pub market: Option<String>,
    /// Its messages in order, those with the same charge together.
    pub parts: Vec<Part>,
}

/// Messages that each cost the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Part {
    /// How many.
    pub count: u64,
    /// What each costs.
    pub each: Charge,
}

/// Messages and what they cost together.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Sum {
    /// What the charged ones cost, by currency.
    pub amounts: BTreeMap<Currency, Micros>,
    /// Messages that cost something.
    pub charged: u64,
    /// Messages that cost nothing.
    pub free: u64,
    /// Messages whose cost cannot be said; the amounts are without them.
    pub unknown: u64,
}

impl Sum {
    fn add(&mut self, count: u64, each: &Charge) {
        let counted = match each {
            Charge::Free { .. } => &mut self.free,
            Charge::Unknown { .. } => &mut self.unknown,
            Charge::Charged { amount, currency, .. } => {
                let sum = self.amounts.entry(*currency).or_default();
                *sum = sum.plus(amount.times(count));
                &mut self.charged
            }
        };
        *counted = counted.saturating_add(count);
    }
}

/// What sends cost one after the other: each uses up free messages and volume for the next.
///
/// Every service message that is delivered counts against the month's free ones, also in an ad's window: Meta names
/// only reactions as not counting. Only charged messages count as volume.
pub fn plan<'a>(sends: impl IntoIterator<Item = Send<'a>>, month: &Month, card: Option<&RateCard>) -> Plan {
    let mut used = month.clone();
    let mut plan = Plan { lines: Vec::new(), markets: BTreeMap::new(), total: Sum::default() };
    for send in sends {
        let line = line(&send, &mut used, card);
        for part in &line.parts {
            plan.total.add(part.count, &part.each);
            if let Some(market) = &line.market {
                plan.markets.entry(market.clone()).or_default().add(part.count, &part.each);
            }
        }
        plan.lines.push(line);
    }
    plan
}

fn line(send: &Send, used: &mut Month, card: Option<&RateCard>) -> Line {
    let market = market(send.message.to, used.delivered).ok().map(str::to_owned);
    let category = match send.message.kind {
        Kind::Of(category) => Some(category),
        Kind::Reaction => None,
    };
    let key = market.clone().zip(category);
    let (mut parts, mut left) = (Vec::new(), send.count);
    while left > 0 {
        let volume = key.as_ref().and_then(|key| used.volumes.get(key)).copied().unwrap_or_default();
        let now = Circumstances {
            delivered: used.delivered,
            window_open: send.window_open,
            ad_window_open: send.ad_window_open,
            service_used: used.service_used,
            volume,
        };
        let (each, many) = run(&send.message, &now, card);
        let count = many.clamp(1, left);
        left -= count;
        if category == Some(Category::Service) && !matches!(each, Charge::Unknown { .. }) {
            used.service_used = used.service_used.saturating_add(count);
        }
        if let (Charge::Charged { .. }, Some(key)) = (&each, &key) {
            used.volumes.insert(key.clone(), volume.saturating_add(count));
        }
        parts.push(Part { count, each });
    }
    Line { market, parts }
}

/// What a thousand messages cost in a country.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Thousand {
    /// The country's ISO code as it was asked for.
    pub country: String,
    /// What one message costs.
    pub each: Charge,
    /// What a thousand cost, where one costs something.
    pub thousand: Option<Micros>,
}

/// What a thousand messages cost in each country (ISO codes), at the list rate: without free messages of the month and
/// without volume. Templates are taken to go out with no window open.
pub fn per_thousand<'a>(
    countries: impl IntoIterator<Item = &'a str>,
    category: Category,
    delivered: Date,
    card: Option<&RateCard>,
) -> Vec<Thousand> {
    let now = Circumstances {
        delivered,
        window_open: category == facts::pricing().only_in_window.category,
        ad_window_open: false,
        service_used: u64::MAX,
        volume: 0,
    };
    let thousand = |country: &str| {
        let message = Message { kind: Kind::Of(category), to: Recipient::Country(country) };
        let each = of(&message, &now, card);
        let thousand = match &each {
            Charge::Charged { amount, .. } => Some(amount.times(1000)),
            _ => None,
        };
        Thousand { country: country.to_owned(), each, thousand }
    };
    countries.into_iter().map(thousand).collect()
}
