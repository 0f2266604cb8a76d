//! One message.

use jiff::civil::Date;
use serde::Serialize;

use crate::facts::{self, Category, Currency, Era, Micros, Price, RateCard};

/// What is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A template of a category, or a message that is no template: [`Category::Service`].
    Of(Category),
    /// A reaction to a message. Never charged.
    Reaction,
}

/// Whom it goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recipient<'a> {
    /// Anyone in a country, by its ISO 3166-1 alpha-2 code.
    Country(&'a str),
    /// A phone number with its calling code; everything but digits is skipped.
    Number(&'a str),
    /// Anyone in a market, by its name in `facts/markets.json`.
    Market(&'a str),
}

/// A message of the business.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Message<'a> {
    /// What is sent.
    pub kind: Kind,
    /// Whom it goes to.
    pub to: Recipient<'a>,
}

/// What the price depends on beside the message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Circumstances {
    /// The day of delivery in the time zone of the WhatsApp account.
    pub delivered: Date,
    /// Whether the customer service window is open.
    pub window_open: bool,
    /// Whether the window that an ad opened is open (free entry point).
    pub ad_window_open: bool,
    /// Service messages delivered before this one in the same calendar month from the same business number. Reactions
    /// do not count.
    pub service_used: u64,
    /// Messages charged before this one in the same calendar month in the recipient's market and the message's
    /// category, over all accounts of the business portfolio.
    pub volume: u64,
}

/// What a message costs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "charge", rename_all = "camelCase")]
pub enum Charge {
    /// Nothing.
    Free {
        /// Why.
        because: FreeReason,
    },
    /// A rate of a card.
    #[serde(rename_all = "camelCase")]
    Charged {
        /// What one message costs.
        amount: Micros,
        /// The currency of the amount.
        currency: Currency,
        /// The market on the day of delivery.
        market: String,
        /// The tier of the rate.
        tier: TierUsed,
        /// The first day the rate card holds for.
        card: Date,
    },
    /// It cannot be said.
    Unknown {
        /// Why.
        why: Why,
    },
}

/// Why a message costs nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum FreeReason {
    /// It is a reaction.
    Reaction,
    /// It is delivered while the window that an ad opened is open.
    AdWindow,
    /// Its category cost nothing on that day.
    CategoryFree,
    /// Its category cost nothing on that day while the customer service window is open.
    InWindow,
    /// It is one of the month's free messages.
    FreeTier,
}

/// A tier of a price.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct TierUsed {
    /// 0 is the list rate.
    pub index: usize,
    /// The first of the month's charged messages it holds for, counted from 1.
    pub from: u64,
    /// The last one; `None`: all that follow.
    pub to: Option<u64>,
}

/// Why the cost of a message cannot be said. Displays as one sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "reason", rename_all = "camelCase")]
pub enum Why {
    /// The country is not in Meta's table.
    #[error("'{country}' is in no market that is known.")]
    UnknownCountry {
        /// The code that was asked for.
        country: String,
    },
    /// The number begins with no calling code of Meta's table, or with one that several markets share.
    #[error("The number begins with no calling code of a market that is known.")]
    UnknownNumber,
    /// The day lies before the first known rules.
    #[error("How messages were charged before {first} is not known.")]
    BeforeRules {
        /// The first day that is known.
        first: Date,
    },
    /// Conversations had prices on that day, messages had none.
    #[error("On {on}, WhatsApp charged for conversations, not for messages.")]
    PerConversation {
        /// The day of delivery.
        on: Date,
    },
    /// It is not delivered: the customer service window is closed.
    #[error("The 24-hour window is closed: WhatsApp does not deliver this message (error {error}).")]
    Refused {
        /// The Cloud API's error code.
        error: u32,
    },
    /// There is no card to look in.
    #[error("No rate card for {on} is known. Take in the one from WhatsApp's pricing page.")]
    NoCard {
        /// The day of delivery.
        on: Date,
    },
    /// The card holds for later days only.
    #[error("The rate card holds from {card} on.")]
    CardTooNew {
        /// Its first day.
        card: Date,
    },
    /// The card has no rate for it.
    #[error("The rate card of {card} has no rate for {category} in {market}.")]
    NoRate {
        /// The market on the day of delivery.
        market: String,
        /// The category.
        category: Category,
        /// The card's first day.
        card: Date,
    },
    /// The card's tiers end before this message.
    #[error("The rate card of {card} has rates for the first {last} messages of a month only.")]
    BeyondTiers {
        /// The last message of a month that has a rate.
        last: u64,
        /// The card's first day.
        card: Date,
    },
}

/// What one delivered message costs.
///
/// In this order: nothing is charged for reactions, for anything while an ad's window is open, for categories the
/// day's rules make free, and for the month's free messages. Everything else has the rate of the card: by the number
/// of messages already charged where the category has tiers, the list rate where it has none; without a card, what is
/// free is still said. An offer in a message
/// that is no template is priced as service, once.
///
/// ```
/// # use flows::cost::{Category, Charge, Circumstances, Kind, Message, Micros, Recipient, of};
/// let message = Message { kind: Kind::Of(Category::Marketing), to: Recipient::Number("+55 11 99999-0000") };
/// let delivered = jiff::civil::date(2026, 11, 2);
/// let now = Circumstances { delivered, window_open: false, ad_window_open: false, service_used: 0, volume: 0 };
/// let card = flows::cost::card_on(flows::facts::rate_cards(), delivered);
/// assert!(matches!(of(&message, &now, card), Charge::Charged { amount: Micros(62_500), .. }));
/// ```
pub fn of(message: &Message, circumstances: &Circumstances, card: Option<&RateCard>) -> Charge {
    run(message, circumstances, card).0
}

/// The newest card that holds on a day; a slice of cards in any order.
pub fn card_on(cards: &[RateCard], on: Date) -> Option<&RateCard> {
    cards.iter().filter(|card| card.valid_from <= on).max_by_key(|card| card.valid_from)
}

/// What a message costs, and how many like it, itself included, cost the same one after the other.
pub(super) fn run(message: &Message, now: &Circumstances, card: Option<&RateCard>) -> (Charge, u64) {
    match judge(message, now, card) {
        Ok(found) => found,
        Err(why) => (Charge::Unknown { why }, u64::MAX),
    }
}

fn judge(message: &Message, now: &Circumstances, card: Option<&RateCard>) -> Result<(Charge, u64), Why> {
    let pricing = facts::pricing();
    let free = |because, many| Ok((Charge::Free { because }, many));
    let era = pricing.era(now.delivered).ok_or_else(|| {
        let first = pricing.eras.first().map_or(now.delivered, |era| era.from);
        Why::BeforeRules { first }
    })?;
    let Kind::Of(category) = message.kind else {
        return free(FreeReason::Reaction, u64::MAX);
    };
    let only = pricing.only_in_window;
    if category == only.category && !now.window_open {
        return Err(Why::Refused { error: only.error });
    }
    if now.ad_window_open && era.per_message {
        return free(FreeReason::AdWindow, u64::MAX);
    }
    if era.free.contains(&category) {
        return free(FreeReason::CategoryFree, u64::MAX);
    }
    if now.window_open && era.free_in_window.contains(&category) {
        return free(FreeReason::InWindow, u64::MAX);
    }
    if !era.per_message {
        return Err(Why::PerConversation { on: now.delivered });
    }
    let tier = era.free_tier.filter(|tier| tier.category == category);
    if let Some(left) =
        tier.and_then(|tier| tier.count.checked_sub(now.service_used)).filter(|left| *left > 0)
    {
        return free(FreeReason::FreeTier, left);
    }
    let market = market(message.to, now.delivered)?;
    charged(category, market, era, now, card.ok_or(Why::NoCard { on: now.delivered })?)
}

fn charged(
    category: Category,
    market: &str,
    era: &Era,
    now: &Circumstances,
    card: &RateCard,
) -> Result<(Charge, u64), Why> {
    let from = card.valid_from;
    if now.delivered < from {
        return Err(Why::CardTooNew { card: from });
    }
    let other = || card.price(market, *era.rate_of.get(&category)?);
    let price = card.price(market, category).or_else(other);
    let price = price.ok_or_else(|| Why::NoRate { market: market.to_owned(), category, card: from })?;
    let tiered = era.volume_tiers.contains(&category);
    let volume = if tiered { now.volume } else { 0 };
    let Some((tier, amount)) = tier_of(price, volume.saturating_add(1)) else {
        let last = price.tiers.last().and_then(|tier| tier.to).unwrap_or_default();
        return Err(Why::BeyondTiers { last, card: from });
    };
    let many = tier.to.filter(|_| tiered).map_or(u64::MAX, |to| to - volume);
    let (currency, market) = (price.currency, market.to_owned());
    Ok((Charge::Charged { amount, currency, market, tier, card: from }, many))
}

/// The tier of the month's n-th charged message, counted from 1, and its rate.
fn tier_of(price: &Price, nth: u64) -> Option<(TierUsed, Micros)> {
    let mut from = 1;
    for (index, tier) in price.tiers.iter().enumerate() {
        if tier.to.is_none_or(|to| nth <= to) {
            return Some((TierUsed { index, from, to: tier.to }, tier.rate));
        }
        from = tier.to.map_or(from, |to| to.saturating_add(1));
    }
    None
}

/// The market of a recipient on a day.
pub(super) fn market(to: Recipient<'_>, on: Date) -> Result<&str, Why> {
    match to {
        Recipient::Market(name) => Ok(name),
        Recipient::Country(iso) => facts::country(iso)
            .map(|country| country.market(on))
            .ok_or_else(|| Why::UnknownCountry { country: iso.to_owned() }),
        Recipient::Number(number) => {
            let mut markets =
                facts::countries_of_number(number).into_iter().map(|country| country.market(on));
            let first = markets.next().ok_or(Why::UnknownNumber)?;
            if markets.all(|market| market == first) { Ok(first) } else { Err(Why::UnknownNumber) }
        }
    }
}
