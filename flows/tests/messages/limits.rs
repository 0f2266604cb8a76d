//! Every limit of the facts is met from both sides; what it has to be stands in `limits.json`.

use std::collections::{BTreeMap, BTreeSet};

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
