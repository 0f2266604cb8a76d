//! The facts files fit their types and each other.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail")]

use flows::facts::{self, ComponentKind, Version, VersionState};

#[test]
fn every_kind_has_its_entry_in_order() {
    let names: Vec<_> = facts::components().iter().map(|c| c.kind.as_str()).collect();
    let kinds: Vec<_> = ComponentKind::ALL.iter().map(|kind| format!("{kind:?}")).collect();
    assert_eq!(names, kinds);
    for kind in ComponentKind::ALL {
        assert_eq!(ComponentKind::from_name(kind.name()), Some(kind));
    }
    assert_eq!(ComponentKind::from_name("textbody"), None);
}

#[test]
fn every_property_is_complete() {
    let properties = facts::components().iter().flat_map(|c| &c.properties);
    assert_eq!(properties.clone().count(), 181);
    for property in properties {
        assert!(!property.types.is_empty(), "{}", property.name);
        let object = property.types == [facts::JsonType::Object] && property.name.starts_with("on-");
        assert_eq!(object, !property.actions.is_empty(), "{}", property.name);
    }
}

#[test]
fn every_file_reads_and_names_source_and_date() {
    assert_eq!(facts::limits().screens, 100);
    assert_eq!(facts::error_codes().iter().filter(|code| code.emitted).count(), 57);
    assert!(facts::check_runs(&["RoutesV500", "RoutesV602"], Version::new(7, 3)));
    assert!(!facts::check_runs(&["RoutesV500", "RoutesV602"], Version::new(7, 2)));
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/facts");
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert!(value["source"].is_string() && value["date"].is_string());
    }
}

#[test]
fn versions_are_ordered_by_number() {
    let all = facts::versions();
    assert_eq!(all.get(all.recommended).map(|v| v.state), Some(VersionState::Publishable));
    assert!(Version::new(1, 10) > Version::new(1, 9));
    for odd in ["7", "7.", ".3", "07.3", "7.3.1", "7.300", "x.y", " 7.3", "+7.3"] {
        assert!(odd.parse::<Version>().is_err(), "{odd}");
    }
}

/// Findings call things what the editor calls them.
#[test]
fn the_words_are_those_of_the_editor() {
    let read = |path: &str| -> serde_json::Value {
        let path = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
        serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
    };
    let words = read("facts/words.json");
    let parts = read("../ui/src/i18n/en/parts.json");
    let inspector = read("../ui/src/i18n/en/inspector.json");
    for kind in ComponentKind::ALL {
        assert_eq!(words["parts"][kind.name()], parts[kind.name()]);
        assert_eq!(facts::words().part(kind), parts[kind.name()]);
    }
    let under = |prefix: &str| -> serde_json::Value {
        let all = inspector.as_object().unwrap().iter();
        all.filter_map(|(key, word)| Some((key.strip_prefix(prefix)?.to_owned(), word.clone()))).collect()
    };
    assert_eq!(words["properties"], under("property."));
    assert_eq!(words["actions"], under("action."));
}

fn reference() -> serde_json::Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/reference/cloud-api.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// `7 (6xx,7xx)` is code 7 with the areas 6 and 7; a name may have a remark in brackets, which is not part of it.
#[test]
fn the_markets_are_those_of_the_reference() {
    let reference = reference();
    let days = [jiff::civil::date(2026, 9, 30), jiff::civil::date(2026, 10, 1)];
    let text = |row: &serde_json::Value, key: &str| row[key].as_str().unwrap_or_default().to_owned();
    let listed = reference["pricing"]["market_by_country"]["value"].as_array().unwrap();
    let listed: Vec<_> = listed
        .iter()
        .map(|row| {
            let code = text(row, "calling_code");
            let (code, areas) = code.split_once(" (").unwrap_or((&code, ""));
            let areas = areas.split([',', ' ', ')', 'x']).filter(|area| !area.is_empty());
            let before = text(row, "market").replace(" (not in the July table)", "");
            let since = Some(text(row, "market_from_2026_10_01")).filter(|market| !market.is_empty());
            let markets = [before.clone(), since.unwrap_or(before)];
            let names = (text(row, "iso"), text(row, "country"), code.to_owned());
            (names, areas.map(str::to_owned).collect::<Vec<_>>(), markets)
        })
        .collect();
    let ours: Vec<_> = facts::countries()
        .iter()
        .map(|row| {
            let names = (row.iso.clone(), row.country.clone(), row.calling_code.clone());
            (names, row.areas.clone(), days.map(|day| row.market(day).to_owned()))
        })
        .collect();
    assert_eq!(ours.len(), 141);
    assert_eq!(ours, listed);
    assert_eq!(ours.iter().filter(|(_, _, [before, since])| before != since).count(), 9);
}

#[test]
fn rates_and_rules_are_those_of_the_reference() {
    let reference = reference();
    let pricing = &reference["pricing"];
    let rates = pricing["sample_rates_usd_2026_10"]["value"].as_object().unwrap();
    let [card] = facts::rate_cards() else { panic!("one card") };
    assert!(card.illustrative && card.confidence == facts::Confidence::TwoSource);
    assert_eq!(card.valid_from, jiff::civil::date(2026, 10, 1));
    assert_eq!(card.prices.len(), rates.len());
    for (market, rates) in rates {
        assert_eq!(facts::market_named(market), Some(market.as_str()));
        assert_eq!(card.prices[market].len(), 4);
        for (category, price) in &card.prices[market] {
            let key = match category {
                facts::Category::Marketing => "marketing",
                _ => "utility_auth_service",
            };
            let [tier] = price.tiers[..] else { panic!("list rates alone") };
            assert_eq!(tier.rate, rates[key].to_string().parse().unwrap(), "{market} {category}");
            assert_eq!((price.currency.to_string().as_str(), tier.to), ("USD", None));
        }
    }
    let ours = facts::pricing();
    let starts: Vec<_> = ours.eras.iter().map(|era| era.from.to_string()).collect();
    let timeline: Vec<_> = pricing["timeline"].as_array().unwrap().iter().map(|row| &row["from"]).collect();
    assert!(starts.is_sorted() && starts.iter().all(|day| timeline.iter().any(|known| *known == day)));
    let free = ours.eras.last().and_then(|era| era.free_tier).map(|tier| tier.count);
    assert_eq!(free, pricing["service_since_2026_10_01"]["value"]["free_tier"]["count"].as_u64());
    assert_eq!(ours.only_in_window.error, reference["windows"]["outside_free_form_error"]);
    let currencies: Vec<_> = ours.currencies.iter().map(ToString::to_string).collect();
    assert_eq!(serde_json::to_value(currencies).unwrap(), pricing["billing_currencies"]);
    assert_eq!(ours.rate_changes.len(), pricing["rate_changes"]["value"]["dates"].as_array().unwrap().len());
}
