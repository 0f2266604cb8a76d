//! Every limit of the facts is met from both sides; what it has to be stands in `limits.json`.

use std::collections::{BTreeMap, BTreeSet};

use flows::check::Severity;
use flows::facts::{self, MemberFacts};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{blocked, check, folder, read};

#[derive(Deserialize)]
pub(crate) struct Limits {
    pub(crate) bases: BTreeMap<String, Value>,
    limits: Vec<Limit>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Limit {
    /// Where it stands in the facts.
    fact: String,
    base: String,
    at: String,
    /// Most letters.
    letters: Option<usize>,
    /// Fewest items.
    least: Option<usize>,
    /// Most items.
    most: Option<usize>,
    /// Smallest number.
    low: Option<i64>,
    /// Largest number.
    high: Option<i64>,
}

/// Puts a value at a place, where its holder is there.
fn put(message: &Value, at: &str, value: Value) -> Value {
    let mut message = message.clone();
    match message.pointer_mut(at) {
        Some(place) => *place = value,
        None => drop(message.as_object_mut().unwrap().insert(at[1..].to_owned(), value)),
    }
    message
}

impl Limit {
    /// Values at and around the limits, with the rule that finds them; `None` when they pass.
    fn tries(&self, base: &Value) -> Vec<(Value, Option<&'static str>)> {
        let mut tries = Vec::new();
        let mut add = |value: Value, wrong: Option<&'static str>| tries.push((value, wrong));
        // A letter of two UTF-16 units and four bytes counts once.
        let text = |length: usize| json!("𝒂".repeat(length));
        if let Some(most) = self.letters {
            add(text(most - 1), None);
            add(text(most), None);
            add(text(most + 1), Some("message-text-too-long"));
        }
        let items = |count: usize| json!(vec![base.pointer(&self.at).unwrap()[0].clone(); count]);
        if let Some(least) = self.least {
            add(items(least - 1), Some("message-count-wrong"));
            add(items(least), None);
            add(items(least + 1), None);
        }
        if let Some(most) = self.most {
            add(items(most - 1), None);
            add(items(most), None);
            add(items(most + 1), Some("message-count-wrong"));
        }
        for (bound, sign) in [(self.low, 1), (self.high, -1)] {
            if let Some(bound) = bound {
                add(json!(bound - sign), Some("message-number-range"));
                add(json!(bound), None);
                add(json!(bound + sign), None);
            }
        }
        tries
    }
}

#[test]
fn every_limit_is_met_from_both_sides() {
    let Limits { bases, limits } =
        serde_json::from_value(read(&folder("tests/messages/limits.json"))).unwrap();
    for (name, base) in &bases {
        assert!(blocked(&check(base)).is_empty(), "{name}: {:?}", blocked(&check(base)));
    }
    let bounds = ["message-text-too-long", "message-count-wrong", "message-number-range"];
    for limit in &limits {
        let base = &bases[&limit.base];
        for (value, wrong) in limit.tries(base) {
            let all = check(&put(base, &limit.at, value.clone()));
            let found: Vec<&str> = all
                .iter()
                .filter(|f| f.place.pointer.0 == limit.at && bounds.contains(&f.rule.as_str()))
                .map(|f| f.rule.as_str())
                .collect();
            let short: String = value.to_string().chars().take(20).collect();
            assert_eq!(found, Vec::from_iter(wrong), "{}: {short}", limit.fact);
        }
    }
    let told: BTreeSet<String> = limits
        .iter()
        .map(|limit| {
            let Limit { fact, letters, least, most, low, high, .. } = limit;
            format!("{fact} {letters:?} {least:?} {most:?} {low:?} {high:?}")
        })
        .collect();
    assert_eq!(told, known_limits());
}

/// The limits of the facts, in the same words.
fn known_limits() -> BTreeSet<String> {
    fn look(path: &str, members: &[MemberFacts], known: &mut BTreeSet<String>) {
        for member in members {
            let fact = if path.is_empty() { member.name.clone() } else { format!("{path}/{}", member.name) };
            let MemberFacts { max, min_items, max_items, min, max_number, .. } = member;
            if max.or(*min_items).or(*max_items).is_some() || min.or(*max_number).is_some() {
                known.insert(format!("{fact} {max:?} {min_items:?} {max_items:?} {min:?} {max_number:?}"));
            }
            look(&fact, &member.members, known);
            look(&fact, &member.item, known);
        }
    }
    let facts = facts::message();
    let mut known = BTreeSet::new();
    look("", &facts.members, &mut known);
    look("", &facts.receipt, &mut known);
    for (set, variants) in &facts.variants {
        for one in variants {
            look(&format!("{set}/{}", one.kind), &one.members, &mut known);
        }
    }
    known
}

/// What a rule finds in a message around a limit: at these sizes nothing, at these something.
fn around(rule: &str, passes: &[usize], finds: &[usize], message: impl Fn(usize) -> Value) {
    let found = |size: usize| check(&message(size)).iter().any(|finding| finding.rule == rule);
    for size in passes {
        assert!(!found(*size), "{rule} finds something at {size}");
    }
    for size in finds {
        assert!(found(*size), "{rule} finds nothing at {size}");
    }
}

/// Items of which each has an id of its own, in two lists.
fn split(count: usize, item: impl Fn(usize) -> Value) -> [Vec<Value>; 2] {
    let half = count / 2;
    [(0..half).map(&item).collect(), (half..count).map(&item).collect()]
}

#[test]
fn limits_of_no_single_member_are_met_from_both_sides() {
    let Limits { bases, .. } = serde_json::from_value(read(&folder("tests/messages/limits.json"))).unwrap();
    let with = |base: &str, at: &str, value: Value| put(&bases[base], at, value);
    let text = |length: usize| json!("ß".repeat(length));
    around("message-rows-too-many", &[9, 10], &[11], |size| {
        let rows = split(size, |n| json!({"id": n.to_string(), "title": "Cake"}));
        let sections = rows.map(|rows| json!({"title": "Cakes", "rows": rows}));
        with("list", "/interactive/action/sections", json!(sections))
    });
    around("message-products-too-many", &[29, 30], &[31], |size| {
        let products = split(size, |n| json!({"product_retailer_id": n.to_string()}));
        let sections = products.map(|products| json!({"title": "Cakes", "product_items": products}));
        with("product_list", "/interactive/action/sections", json!(sections))
    });
    around("message-card-text-lines", &[1, 2], &[3], |size| {
        let lines = vec!["One"; size + 1].join("\n");
        with("carousel", "/interactive/action/cards/0/body/text", json!(lines))
    });
    around("message-recipient-wrong", &[1, 14, 15], &[16], |size| {
        with("text", "/to", json!(format!("+{}", "1".repeat(size))))
    });
    around("message-recipient-wrong", &[1, 127, 128], &[0, 129], |size| {
        let mut message = with("text", "/recipient", json!(format!("BR.{}", "1".repeat(size))));
        message.as_object_mut().unwrap().remove("to");
        message
    });
    let label = |size: usize| with("flow", "/interactive/action/parameters/flow_cta", text(size));
    around("message-flow-label", &[19, 20], &[21, 29, 30, 31], label);
    let severity = |size: usize| check(&label(size))[0].severity;
    assert_eq!([21, 30, 31].map(severity), [Severity::Advice, Severity::Advice, Severity::Risky]);
    let value = |value: Value| {
        let body = json!([{"type": "body", "parameters": [{"type": "text", "text": value}]}]);
        with("template", "/template/components", body)
    };
    around("message-template-value", &[3, 4], &[5], |size| value(json!(format!("a{}b", " ".repeat(size)))));
    around("message-template-filled-too-long", &[1023, 1024], &[1025], |size| value(text(size)));
    for (key, most) in [("latitude", 90), ("longitude", 180)] {
        let at = |number: Value| {
            let mut place = json!({"latitude": 1, "longitude": 1});
            place[key] = number;
            json!({"messaging_product": "whatsapp", "to": "+1", "type": "location", "location": place})
        };
        around("message-location-wrong", &[most - 1, most], &[most + 1], |size| at(json!(size)));
        around("message-location-wrong", &[most - 1, most], &[most + 1], |size| {
            at(json!(format!("-{size}")))
        });
    }
}
