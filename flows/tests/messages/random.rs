//! What holds for any message whatever.

use std::collections::BTreeMap;

use flows::check::check_message;
use flows::json::Tree;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::Value;

use super::limits::Limits;
use super::targets::broken_words;
use super::{check, folder, read};

/// Values that look like messages, with anything in them.
fn anything() -> impl Strategy<Value = Value> {
    const NAMES: [&str; 40] = [
        "type",
        "to",
        "recipient",
        "text",
        "image",
        "interactive",
        "template",
        "contacts",
        "location",
        "reaction",
        "body",
        "header",
        "footer",
        "action",
        "buttons",
        "reply",
        "id",
        "title",
        "sections",
        "rows",
        "cards",
        "card_index",
        "parameters",
        "flow_id",
        "flow_cta",
        "flow_action_payload",
        "data",
        "components",
        "language",
        "code",
        "parameter_name",
        "link",
        "caption",
        "name",
        "birthday",
        "latitude",
        "longitude",
        "emoji",
        "status",
        "typing_indicator",
    ];
    const WORDS: [&str; 16] = [
        "",
        " ",
        "text",
        "image",
        "interactive",
        "template",
        "contacts",
        "reaction",
        "button",
        "list",
        "carousel",
        "flow",
        "body",
        "+1",
        "a\n\tb",
        "https://a.b/c.mp3",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        prop::sample::select(&WORDS[..]).prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(8, 128, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((prop::sample::select(&NAMES[..]), inner), 0..8).prop_map(|members| {
                members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
            }),
        ]
    })
}

/// A message with some of its values changed.
fn broken() -> impl Strategy<Value = Value> {
    fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
        found.push(at.to_owned());
        match value {
            Value::Object(members) => {
                members.iter().for_each(|(key, it)| pointers(it, &format!("{at}/{key}"), found));
            }
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(i, item)| pointers(item, &format!("{at}/{i}"), found));
            }
            _ => {}
        }
    }
    let Limits { bases, .. } = serde_json::from_value(read(&folder("tests/messages/limits.json"))).unwrap();
    let bases: Vec<Value> = bases.into_values().collect();
    let breaks = prop::collection::vec((any::<prop::sample::Index>(), anything()), 1..4);
    (prop::sample::select(bases), breaks).prop_map(|(mut base, breaks)| {
        for (at, value) in breaks {
            let mut places = Vec::new();
            pointers(&base, "", &mut places);
            let place: &String = at.get(&places);
            *base.pointer_mut(place).unwrap() = value;
        }
        base
    })
}

/// The same messages in every run, others on request.
fn config() -> ProptestConfig {
    let is_long = std::env::var_os("PROPTEST_CASES").is_some();
    let rng_seed = if is_long { RngSeed::Random } else { RngSeed::Fixed(7) };
    ProptestConfig { failure_persistence: None, rng_seed, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_json_is_checked(value in anything()) {
        let found = check(&value);
        prop_assert_eq!(&check(&value), &found);
    }

    #[test]
    fn any_text_is_checked(text in any::<String>()) {
        let _ = check_message(&Tree::parse(text));
    }

    /// Whatever is broken in a message, no button breaks more.
    #[test]
    fn buttons_of_broken_messages_keep_their_word(message in broken()) {
        let faults = broken_words("", &message.to_string(), usize::MAX, &mut BTreeMap::new());
        prop_assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}
