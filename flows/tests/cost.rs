//! What messages cost: every rule, both sides of each date, plans, and rate cards as CSV.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail")]

use std::collections::BTreeMap;
use std::fs;

use flows::cost::{
    Category, Charge, Circumstances, Kind, Message, Month, Origin, Price, RateCard, Recipient, Send, Tier,
    card_on, of, per_thousand, plan, read_csv, with_tiers, write_csv,
};
use flows::facts::{self, Confidence, Micros};
use jiff::civil::{Date, date};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

fn read<T: DeserializeOwned>(path: &str) -> T {
    let path = format!("{}/tests/cost/{path}", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&fs::read_to_string(&path).unwrap())
        .unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn card(name: &str) -> RateCard {
    read(&format!("cards/{name}.json"))
}

/// Names of the files in a folder, without the ending.
fn names(folder: &str, ending: &str) -> Vec<String> {
    let path = format!("{}/tests/cost/{folder}", env!("CARGO_MANIFEST_DIR"));
    let all = fs::read_dir(path).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = all.filter_map(|name| Some(name.strip_suffix(ending)?.to_owned())).collect();
    names.sort();
    assert!(!names.is_empty());
    names
}

/// Country where two letters, number where a `+` or a digit begins it.
fn message<'a>(send: &str, to: &'a str) -> Message<'a> {
    let kind = match send {
        "reaction" => Kind::Reaction,
        category => Kind::Of(serde_json::from_value(category.into()).unwrap()),
    };
    let number = to.starts_with(|letter: char| letter == '+' || letter.is_ascii_digit());
    Message { kind, to: if number { Recipient::Number(to) } else { Recipient::Country(to) } }
}

fn said(charge: &Charge) -> String {
    match charge {
        Charge::Free { because } => format!("free: {because:?}"),
        Charge::Unknown { why } => format!("unknown: {why}"),
        Charge::Charged { amount, currency, market, tier, card } => {
            let to = tier.to.map(|to| format!(" to {to}")).unwrap_or_default();
            let (index, from) = (tier.index, tier.from);
            format!("{amount} {currency} in {market}, tier {index} from {from}{to}, card of {card}")
        }
    }
}

#[derive(Deserialize)]
struct Case {
    send: String,
    to: String,
    on: Date,
    #[serde(default)]
    window: bool,
    #[serde(default, rename = "adWindow")]
    ad_window: bool,
    #[serde(default, rename = "serviceUsed")]
    service_used: u64,
    #[serde(default)]
    volume: u64,
    costs: String,
}

#[test]
fn every_rule_has_its_price_on_both_sides_of_its_day() {
    #[derive(Deserialize)]
    struct File {
        fact: String,
        card: String,
        cases: Vec<Case>,
    }
    let mut faults = Vec::new();
    for name in names("charges", ".json") {
        let file: File = read(&format!("charges/{name}.json"));
        let card = card(&file.card);
        assert!(!file.fact.is_empty() && !file.cases.is_empty());
        for (at, case) in file.cases.iter().enumerate() {
            let now = Circumstances {
                delivered: case.on,
                window_open: case.window,
                ad_window_open: case.ad_window,
                service_used: case.service_used,
                volume: case.volume,
            };
            let costs = said(&of(&message(&case.send, &case.to), &now, Some(&card)));
            if costs != case.costs {
                faults.push(format!("{name} {at}: {costs}, not {}", case.costs));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn without_a_card_what_is_free_is_still_said() {
    let on = date(2026, 10, 1);
    let now = Circumstances {
        delivered: on,
        window_open: true,
        ad_window_open: false,
        service_used: 999,
        volume: 0,
    };
    let costs = |send, now: &Circumstances| said(&of(&message(send, "BR"), now, None));
    assert_eq!(costs("SERVICE", &now), "free: FreeTier");
    let no_card =
        "unknown: No rate card for 2026-10-01 is known. Take in the one from WhatsApp's pricing page.";
    assert_eq!(costs("SERVICE", &Circumstances { service_used: 1000, ..now }), no_card);
    assert_eq!(costs("MARKETING", &now), no_card);
}

#[derive(Deserialize)]
struct PlannedSend {
    send: String,
    to: String,
    count: u64,
    #[serde(default)]
    window: bool,
    #[serde(default, rename = "adWindow")]
    ad_window: bool,
    parts: Vec<String>,
}

#[test]
fn plans_use_up_what_is_free_and_what_is_dear() {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Case {
        fact: String,
        card: String,
        on: Date,
        service_used: u64,
        volumes: BTreeMap<String, BTreeMap<Category, u64>>,
        sends: Vec<PlannedSend>,
        markets: Value,
        total: Value,
    }
    #[derive(Deserialize)]
    struct File {
        plans: Vec<Case>,
    }
    for case in read::<File>("plans.json").plans {
        let volumes = case.volumes.iter().flat_map(|(market, volumes)| {
            volumes.iter().map(move |(category, volume)| ((market.clone(), *category), *volume))
        });
        let month = Month { delivered: case.on, service_used: case.service_used, volumes: volumes.collect() };
        let sends = case.sends.iter().map(|send| Send {
            message: message(&send.send, &send.to),
            count: send.count,
            window_open: send.window,
            ad_window_open: send.ad_window,
        });
        let plan = plan(sends, &month, Some(&card(&case.card)));
        for (line, send) in plan.lines.iter().zip(&case.sends) {
            let parts = line.parts.iter().map(|part| format!("{} x {}", part.count, said(&part.each)));
            assert_eq!(parts.collect::<Vec<_>>(), send.parts, "{}", case.fact);
        }
        assert_eq!(plan.lines.len(), case.sends.len());
        assert_eq!(serde_json::to_value(&plan.markets).unwrap(), case.markets, "{}", case.fact);
        assert_eq!(serde_json::to_value(&plan.total).unwrap(), case.total, "{}", case.fact);
    }
}

#[test]
fn a_thousand_cost_a_thousand_times_the_list_rate() {
    let card = card("october-2026");
    let each = |category, on| {
        let all = per_thousand(["BR", "IN", "BS"], category, on, Some(&card));
        all.into_iter().map(|row| row.thousand.map(|amount| amount.to_string())).collect::<Vec<_>>()
    };
    let some = |amount: &str| Some(amount.to_owned());
    assert_eq!(each(Category::Utility, date(2026, 10, 1)), [some("40"), some("145"), None]);
    assert_eq!(each(Category::Service, date(2026, 10, 1)), [some("40"), some("115"), None]);
    assert_eq!(each(Category::Service, date(2026, 9, 30)), [None, None, None]);
}

#[test]
fn the_card_of_a_day_is_the_newest_that_holds() {
    let cards = [card("october-2026"), card("since-2025")];
    let on = |year, month, day| card_on(&cards, date(year, month, day)).map(|card| card.valid_from);
    assert_eq!(on(2025, 6, 30), None);
    assert_eq!(on(2026, 9, 30), Some(date(2025, 7, 1)));
    assert_eq!(on(2026, 10, 1), Some(date(2026, 10, 1)));
    assert_eq!(cards[0].due(), Some(date(2027, 1, 1)));
    assert_eq!(cards[1].due(), Some(date(2025, 10, 1)));
}

fn origin() -> Origin {
    Origin { source: "rates.csv".into(), as_of: None, valid_from: None }
}

fn prices(card: &RateCard) -> Vec<String> {
    let all = card.prices.iter().flat_map(|(market, prices)| prices.iter().map(move |price| (market, price)));
    all.map(|(market, (category, price))| {
        let tier = |tier: &Tier| match tier.to {
            Some(to) => format!("{} to {to}", tier.rate),
            None => tier.rate.to_string(),
        };
        let tiers: Vec<_> = price.tiers.iter().map(tier).collect();
        format!("{market} {category} {} {}", price.currency, tiers.join(", "))
    })
    .collect()
}

#[test]
fn rate_cards_are_read_as_meta_writes_them() {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Expected {
        fact: String,
        valid_from: Date,
        prices: Vec<String>,
        notes: Vec<String>,
    }
    for name in names("csv", ".csv") {
        let expected: Expected = read(&format!("csv/{name}.json"));
        let path = format!("{}/tests/cost/csv/{name}.csv", env!("CARGO_MANIFEST_DIR"));
        let file = fs::read(path).unwrap();
        for file in [file.clone(), [b"\xef\xbb\xbf".to_vec(), file].concat()] {
            let read = read_csv(&file, &origin()).unwrap_or_else(|error| panic!("{name}: {error}"));
            let notes: Vec<_> = read.notes.iter().map(ToString::to_string).collect();
            assert_eq!(prices(&read.card), expected.prices, "{}", expected.fact);
            assert_eq!(notes, expected.notes, "{}", expected.fact);
            assert_eq!(read.card.valid_from, expected.valid_from, "{}", expected.fact);
        }
    }
}

#[test]
fn what_is_wrong_in_a_rate_card_is_said() {
    #[derive(Deserialize)]
    struct Fault {
        csv: String,
        error: String,
    }
    #[derive(Deserialize)]
    struct File {
        faults: Vec<Fault>,
    }
    for fault in read::<File>("csv/faults.json").faults {
        let error = read_csv(fault.csv.as_bytes(), &origin()).map(|read| prices(&read.card)).unwrap_err();
        assert_eq!(error.to_string(), fault.error, "{}", fault.csv);
    }
    assert!(read_csv(b"Market,\xff", &origin()).unwrap_err().to_string().contains("UTF-8"));
}

#[test]
fn the_day_a_user_gives_goes_before_the_title() {
    let file = b"effective 2026-07-01\nMarket,Currency,Marketing\nBrazil,USD,0.1";
    let given = Origin { valid_from: Some(date(2026, 10, 1)), as_of: Some(date(2026, 11, 2)), ..origin() };
    let card = read_csv(file, &given).unwrap().card;
    assert_eq!((card.valid_from, card.as_of), (date(2026, 10, 1), Some(date(2026, 11, 2))));
}

#[test]
fn tiers_take_the_place_of_list_rates_of_the_same_day() {
    let list = b"effective 2026-10-01\nMarket,Currency,Marketing,Utility\nBrazil,USD,0.1,0.05";
    let tiers = b"effective 2026-10-01\nMarket,Currency,Category,From,To,Rate\nBrazil,USD,Utility,0,9,0.05\nBrazil,USD,Utility,10,,0.04";
    let [list, tiers] = [&list[..], &tiers[..]].map(|file| read_csv(file, &origin()).unwrap().card);
    let both = with_tiers(list.clone(), tiers.clone()).unwrap();
    assert_eq!(prices(&both), ["Brazil Marketing USD 0.1", "Brazil Utility USD 0.05 to 9, 0.04"]);
    let later = RateCard { valid_from: date(2027, 1, 1), ..tiers };
    assert!(with_tiers(list, later).is_err());
}

fn a_price() -> impl Strategy<Value = Price> {
    let currency = prop::sample::select(facts::pricing().currencies.clone());
    let tiers = vec((1_u64..1000, 0_u128..1_000_000_000), 1..5);
    (currency, tiers, any::<bool>()).prop_map(|(currency, widths, open)| {
        let (mut end, last) = (0, widths.len() - 1);
        let tiers = widths.iter().enumerate().map(|(at, (width, rate))| {
            end += width;
            Tier { to: (at < last || !open).then_some(end), rate: Micros(*rate) }
        });
        Price { currency, tiers: tiers.collect() }
    })
}

fn a_card() -> impl Strategy<Value = RateCard> {
    let known: Vec<_> =
        facts::countries().iter().map(|country| country.market(date(2026, 10, 1)).to_owned()).collect();
    let market = prop_oneof![prop::sample::select(known), "[A-Z][a-z]{2,8} [\"a,;\\n]{1,4}[a-z]"];
    let category = prop::sample::select(&Category::ALL[..]);
    let prices = btree_map(market, btree_map(category, a_price(), 1..4), 1..5);
    (prices, 0_i32..2000).prop_map(|(prices, days)| RateCard {
        valid_from: date(2026, 10, 1).saturating_add(jiff::Span::new().days(days)),
        as_of: None,
        source: "rates.csv".into(),
        confidence: Confidence::Official,
        illustrative: false,
        prices,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_written_card_is_read_back(card in a_card()) {
        let read = read_csv(&write_csv(&card), &origin()).map(|read| read.card);
        prop_assert_eq!(read, Ok(card));
    }

    #[test]
    fn any_bytes_are_a_card_or_an_error(bytes in vec(any::<u8>(), 0..400)) {
        let _ = read_csv(&bytes, &origin());
    }

    /// Rows made of the words that mean something, in any order.
    #[test]
    fn any_table_is_a_card_or_an_error(
        rows in vec(vec(prop::sample::select(vec![
            "Market", "Currency", "Category", "From", "To", "Rate", "Utility", "Service", "Brazil", "USD", "n/a", "--", "",
            "0", "1", "2", "18446744073709551615", "0.1", "effective 2026-10-01", "\"1,234.5\"", "\"", "é",
        ]), 0..7), 0..9),
        separator in prop::sample::select(vec![",", ";", "\t"]),
    ) {
        let table: Vec<_> = rows.iter().map(|row| row.join(separator)).collect();
        if let Ok(read) = read_csv(format!("effective 2026-10-01\n{}", table.join("\n")).as_bytes(), &origin()) {
            for price in read.card.prices.values().flat_map(BTreeMap::values) {
                prop_assert!(price.tiers.windows(2).all(|two| two[0].to.is_some() && two[0].to < two[1].to.or(Some(u64::MAX))));
            }
        }
    }

    /// The closed form of a plan and one message after the other give the same sums.
    #[test]
    fn a_plan_is_the_sum_of_its_messages(
        price in a_price(),
        sends in vec((0..6_usize, 0..2_usize, 0_u64..300, any::<bool>(), any::<bool>()), 0..8),
        on in prop::sample::select(vec![date(2025, 7, 1), date(2026, 9, 30), date(2026, 10, 1)]),
        service_used in 800_u64..1100,
        volume in 0_u64..1500,
    ) {
        let markets = ["Brazil", "India"];
        let kinds: Vec<_> = Category::ALL.into_iter().map(Kind::Of).chain([Kind::Reaction]).collect();
        let mut card = card("since-2025");
        card.prices.entry("Brazil".into()).or_default().insert(Category::Utility, price);
        let mut used = Month { delivered: on, service_used, volumes: BTreeMap::new() };
        used.volumes.insert(("Brazil".into(), Category::Utility), volume);
        let sends: Vec<_> = sends.into_iter().map(|(kind, market, count, window_open, ad_window_open)| {
            let message = Message { kind: kinds[kind], to: Recipient::Market(markets[market]) };
            Send { message, count, window_open, ad_window_open }
        }).collect();
        let planned = plan(sends.iter().copied(), &used, Some(&card));

        let (mut amounts, mut charged, mut free, mut unknown) = (BTreeMap::new(), 0, 0, 0);
        for send in &sends {
            let Recipient::Market(market) = send.message.to else { continue };
            for _ in 0..send.count {
                let category = match send.message.kind {
                    Kind::Of(category) => category,
                    Kind::Reaction => { free += 1; continue }
                };
                let volume = used.volumes.entry((market.into(), category)).or_default();
                let now = Circumstances {
                    delivered: on,
                    window_open: send.window_open,
                    ad_window_open: send.ad_window_open,
                    service_used: used.service_used,
                    volume: *volume,
                };
                let charge = of(&send.message, &now, Some(&card));
                let delivered = !matches!(charge, Charge::Unknown { .. });
                used.service_used += u64::from(delivered && category == Category::Service);
                match charge {
                    Charge::Free { .. } => free += 1,
                    Charge::Unknown { .. } => unknown += 1,
                    Charge::Charged { amount, currency, .. } => {
                        charged += 1;
                        *volume += 1;
                        *amounts.entry(currency).or_insert(0) += amount.0;
                    }
                }
            }
        }
        let total = planned.total;
        let planned: BTreeMap<_, _> = total.amounts.iter().map(|(currency, amount)| (*currency, amount.0)).collect();
        prop_assert_eq!((planned, total.charged, total.free, total.unknown), (amounts, charged, free, unknown));
    }
}
