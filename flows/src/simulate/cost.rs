//! What a run costs.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::cost::{self, Charge, Circumstances, Kind, Message, Recipient};
use crate::engine::{AD_WINDOW, Entry, Inbound, What};
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
    // The last ad before each message; one that was clicked before the run is known only while no other was
    let began = |entry: &Entry| matches!(entry.what, What::Inbound { message: Some(Inbound::Ad { .. }) });
    let mut ad = transcript.state.person.ad_entry.filter(|_| !transcript.entries.iter().any(began));
    for entry in &transcript.entries {
        if began(entry) {
            ad = Some(entry.at);
        }
        let What::Sent { category, window_open, .. } = &entry.what else { continue };
        let sort = match category {
            None => facts::Category::Service,
            Some(Category::Marketing) => facts::Category::Marketing,
            Some(Category::Utility) => facts::Category::Utility,
            Some(Category::Authentication) => facts::Category::Authentication,
        };
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::State;
    use crate::simulate::MONDAY;

    #[test]
    fn what_an_ad_made_free_stays_free_when_another_one_comes() {
        let entry = |days: i64, what| {
            let at = MONDAY.after(crate::journey::Length::of_hours(24 * days));
            Entry { at, run: None, place: None, what }
        };
        let ad =
            || What::Inbound { message: Some(Inbound::Ad { ad: "1".to_owned(), text: "Hi".to_owned() }) };
        let sent = || What::Sent {
            send: 0,
            slot: 0,
            template: Some("offer".to_owned()),
            category: Some(Category::Marketing),
            payload: serde_json::Value::Null,
            window_open: false,
        };
        let mut state = State::default();
        state.person.ad_entry = Some(entry(6, ad()).at);
        let entries = vec![entry(0, ad()), entry(2, sent()), entry(5, sent()), entry(6, ad())];
        let prices = Prices { on: jiff::civil::date(2026, 1, 5), cards: facts::rate_cards() };
        let cost = of(&Transcript { entries, state, cut: false }, "ES", &prices);
        assert_eq!((cost.free, cost.charged), (1, 1));
    }
}
