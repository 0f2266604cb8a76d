//! What a run costs.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::cost::{self, Charge, Circumstances, Kind, Message, Recipient};
use crate::engine::{AD_WINDOW, What};
use crate::facts::{self, Micros, RateCard};
use crate::template::Category;

use super::Transcript;

/// What a run costs.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct RunCost {
    /// In units of the currency: `0.0125`. None: a rate is not known.
    pub amount: Option<String>,
    /// ISO 4217.
    pub currency: Option<String>,
    /// The first day the rates hold for, ISO.
    pub valid_from: Option<String>,
    /// The rates do not come from Meta's own file.
    pub illustrative: bool,
    /// Messages that cost something.
    pub charged: u32,
    /// Messages that cost nothing.
    pub free: u32,
    /// Why the amount is not known, as a sentence.
    pub why: Option<String>,
}

/// What a run is priced by: it costs what it would today, whenever it is played.
#[derive(Debug, Clone, Copy)]
pub struct Prices<'p> {
    /// Today.
    pub on: Date,
    /// Every card there is.
    pub cards: &'p [RateCard],
}

/// The sum over all that was sent.
pub(crate) fn of(transcript: &Transcript, country: &str, prices: &Prices<'_>) -> RunCost {
    let card = cost::card_on(prices.cards, prices.on);
    let mut sum = RunCost::default();
    let (mut amount, mut is_known) = (Micros(0), true);
    let (mut service_used, mut volume) = (0, 0);
    for entry in &transcript.entries {
        let What::Sent { category, window_open, .. } = &entry.what else { continue };
        let sort = match category {
            None => facts::Category::Service,
            Some(Category::Marketing) => facts::Category::Marketing,
            Some(Category::Utility) => facts::Category::Utility,
            Some(Category::Authentication) => facts::Category::Authentication,
        };
        let ad = transcript.state.person.ad_entry;
        let circumstances = Circumstances {
            delivered: prices.on,
            window_open: *window_open,
            ad_window_open: ad.is_some_and(|came| came <= entry.at && entry.at < came.after(AD_WINDOW)),
            service_used,
            volume,
        };
        let message = Message { kind: Kind::Of(sort), to: Recipient::Country(country) };
        match cost::of(&message, &circumstances, card) {
            Charge::Free { .. } => sum.free += 1,
            Charge::Charged { amount: each, currency, .. } => {
                amount = amount.plus(each);
                sum.currency = Some(currency.to_string());
                sum.charged += 1;
                volume += 1;
            }
            Charge::Unknown { why } => {
                is_known = false;
                sum.why.get_or_insert_with(|| why.to_string());
                sum.charged += 1;
            }
        }
        service_used += u64::from(category.is_none());
        sum.valid_from = card.map(|card| card.valid_from.to_string());
        sum.illustrative |= card.is_some_and(|card| card.illustrative);
    }
    sum.amount = is_known.then(|| amount.to_string());
    sum
}
