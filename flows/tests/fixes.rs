//! Every fix keeps its word: the finding is gone, no new error stands, and undo gives the bytes back.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail"
)]

#[path = "../fuzz/targets.rs"]
#[allow(dead_code, reason = "the buttons are one of them")]
mod targets;

use std::collections::BTreeMap;

use flows::check::{Severity, check, rule_ids};
use flows::json::Tree;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
struct Vectors {
    vectors: Vec<Vector>,
}

#[derive(Deserialize)]
struct Vector {
    id: String,
    flow: Value,
}

fn conformance(name: &str) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/conformance");
    std::fs::read_to_string(format!("{folder}/{name}")).unwrap()
}

#[test]
fn fixes_keep_their_word_on_every_case() {
    let vectors: Vectors = serde_json::from_str(&conformance("flow-json-vectors.json")).unwrap();
    let mut used = BTreeMap::new();
    let mut faults = Vec::new();
    for vector in &vectors.vectors {
        let text = serde_json::to_string_pretty(&vector.flow).unwrap();
        faults.extend(targets::broken_words(&vector.id, &text, usize::MAX, &mut used));
    }
    eprintln!("{} rules mended: {used:?}", used.len());
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[path = "rules/cases.rs"]
#[allow(dead_code, reason = "the places are for the test of the rules")]
mod cases;

#[test]
fn fixes_keep_their_word_on_the_cases_of_every_rule() {
    let mut used = BTreeMap::new();
    let faults: Vec<_> = rule_ids()
        .flat_map(cases::of)
        .flat_map(|(path, case)| {
            let found = |tree: &Tree| case.found_in(tree);
            targets::broken_words_by(&found, &path, &case.text(), usize::MAX, &mut used)
        })
        .collect();
    eprintln!("{} rules mended: {used:?}", used.len());
    assert!(used.len() >= 50, "{} rules have fixes", used.len());
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// Templates as they were really made.
fn templates() -> Vec<Value> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/conformance/payloads/templates");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.file_name().is_some_and(|name| name != "index.json"));
    paths.sort();
    paths.iter().map(|path| serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()).collect()
}

/// Starters and real Flows.
fn flows() -> Vec<Value> {
    let starters = flows::gallery::starters();
    let texts = starters.iter().filter_map(|starter| starter.source("en"));
    let mut flows: Vec<Value> = texts.map(|text| serde_json::from_str(text).unwrap()).collect();
    let index: Vec<Value> = serde_json::from_str(&conformance("real-flows/index.json")).unwrap();
    for real in index {
        let text = conformance(&format!("real-flows/{}", real.get("file").and_then(Value::as_str).unwrap()));
        flows.extend(serde_json::from_str::<Value>(&text));
    }
    flows
}

fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    if !at.is_empty() {
        found.push(at.to_owned());
    }
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                pointers(member, &format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")), found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                pointers(item, &format!("{at}/{index}"), found);
            }
        }
        _ => {}
    }
}

/// A way to break a value.
#[derive(Debug, Clone)]
enum Break {
    /// Another value in its place.
    Replace(Value),
    /// More of the same: a longer text, a larger number, the opposite, a list twice.
    Stretch,
    /// Without it.
    Remove,
    /// Another name.
    Rename,
    /// A second one behind it.
    Double,
}

fn a_break() -> impl Strategy<Value = Break> {
    let values = [
        "",
        " ",
        "x",
        "7",
        "true",
        "${data.x}",
        "${form.x}",
        "${screen.X.form.x}",
        "`1 + 1`",
        "`a`",
        "Footer",
    ];
    let mut values: Vec<Value> = values.into_iter().map(Value::from).collect();
    values.extend([
        Value::Null,
        true.into(),
        0.into(),
        999_999.into(),
        Value::Array(Vec::new()),
        serde_json::json!({}),
    ]);
    prop_oneof![
        3 => prop::sample::select(values).prop_map(Break::Replace),
        1 => Just(Break::Stretch),
        2 => Just(Break::Remove),
        1 => Just(Break::Rename),
        1 => Just(Break::Double),
    ]
}

fn stretched(value: &Value) -> Value {
    match value {
        Value::String(text) => format!("{text}{text}x1").into(),
        Value::Bool(flag) => (!flag).into(),
        Value::Number(number) => (number.as_f64().unwrap() * 1000.0 + 0.5).into(),
        Value::Array(items) => items.iter().chain(items).cloned().collect(),
        Value::Object(_) => Value::Array(vec![value.clone()]),
        Value::Null => true.into(),
    }
}

fn apply(flow: &mut Value, pointer: &str, way: Break) {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let key = key.replace("~1", "/").replace("~0", "~");
    let old = flow.pointer(pointer).unwrap().clone();
    match (way, flow.pointer_mut(parent).unwrap()) {
        (Break::Replace(value), _) => *flow.pointer_mut(pointer).unwrap() = value,
        (Break::Stretch, _) => *flow.pointer_mut(pointer).unwrap() = stretched(&old),
        (Break::Remove, Value::Object(members)) => {
            members.shift_remove(&key);
        }
        (Break::Remove, Value::Array(items)) => {
            items.remove(key.parse().unwrap());
        }
        (Break::Rename | Break::Double, Value::Object(members)) => {
            members.insert(format!("{key}s"), old);
        }
        (Break::Rename | Break::Double, Value::Array(items)) => items.push(old),
        _ => {}
    }
}

/// The text of a value after it was broken in these places.
fn broken(mut value: Value, breaks: Vec<(prop::sample::Index, Break)>) -> String {
    for (place, way) in breaks {
        let mut found = Vec::new();
        pointers(&value, "", &mut found);
        if !found.is_empty() {
            apply(&mut value, &found[place.index(found.len())], way);
        }
    }
    serde_json::to_string_pretty(&value).unwrap()
}

/// So many broken Flows in every run; `WAYMARK_MUTATIONS=10000` for the deep run.
fn rounds() -> u32 {
    std::env::var("WAYMARK_MUTATIONS").map_or(96, |count| count.parse().expect("a number"))
}

/// The same ones in every run, others in a deep one.
fn seed() -> RngSeed {
    if std::env::var_os("WAYMARK_MUTATIONS").is_some() { RngSeed::Random } else { RngSeed::Fixed(7) }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: rounds(), rng_seed: seed(), ..ProptestConfig::default() })]

    #[test]
    fn fixes_keep_their_word_on_broken_flows(
        which in any::<prop::sample::Index>(),
        breaks in prop::collection::vec((any::<prop::sample::Index>(), a_break()), 1..=3)
    ) {
        let flows = flows();
        let text = broken(flows[which.index(flows.len())].clone(), breaks);
        let faults = targets::broken_words("", &text, 40, &mut BTreeMap::new());
        prop_assert!(faults.is_empty(), "{}\n{text}", faults.join("\n"));
    }

    #[test]
    fn fixes_keep_their_word_on_broken_templates(
        which in any::<prop::sample::Index>(),
        breaks in prop::collection::vec((any::<prop::sample::Index>(), a_break()), 1..=3)
    ) {
        let templates = templates();
        let text = broken(templates[which.index(templates.len())].clone(), breaks);
        let faults = targets::broken_words("", &text, 40, &mut BTreeMap::new());
        prop_assert!(faults.is_empty(), "{}\n{text}", faults.join("\n"));
    }
}

#[test]
fn every_starter_is_clean() {
    let mut faults = Vec::new();
    for starter in flows::gallery::starters() {
        for language in &starter.languages {
            let tree = Tree::parse(starter.source(language).unwrap());
            for finding in check(&tree).into_iter().filter(|f| f.severity != Severity::Advice) {
                faults.push(format!(
                    "{} {language}: {} at {}",
                    starter.id, finding.headline, finding.place.path
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
