//! What holds for any template and any message.

use std::collections::BTreeSet;

use flows::chat::{ChatView, of_message, of_sent_template, of_template};
use flows::json::{Pointer, Tree};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{files, folder};

/// Real payloads by their file names.
fn real(kind: &str) -> Vec<(String, Value)> {
    let paths = files(&folder(&format!("../../shared/conformance/payloads/{kind}")));
    let read = |path: std::path::PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        (path.file_name().unwrap().to_string_lossy().into_owned(), serde_json::from_str(&text).unwrap())
    };
    paths.into_iter().map(read).collect()
}

/// All strings of a view; a text with its runs put together.
fn shown(view: &Value, found: &mut String) {
    match view {
        Value::String(text) => {
            *found += text;
            found.push('\n');
        }
        Value::Array(items) => items.iter().for_each(|item| shown(item, found)),
        Value::Object(members) => {
            if let Some(Value::Array(runs)) = members.get("runs") {
                for run in runs {
                    *found += run["text"].as_str().unwrap();
                }
                found.push('\n');
            }
            members.values().for_each(|value| shown(value, found));
        }
        _ => {}
    }
}

/// The texts of a payload that a phone shows: by the names of their members, in the order of the payload.
fn texts(payload: &Value, found: &mut Vec<String>) {
    const SHOWN: [&str; 19] = [
        "text",
        "body",
        "caption",
        "filename",
        "title",
        "description",
        "display_text",
        "flow_cta",
        "button",
        "formatted_name",
        "phone",
        "email",
        "url",
        "company",
        "emoji",
        "address",
        "fallback_value",
        "phone_number",
        "birthday",
    ];
    match payload {
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(members) => {
            // The words of an order stand in a part that is not known.
            for (key, value) in members.iter().filter(|(key, _)| *key != "order") {
                match value {
                    // The sample stands in for an address that has one.
                    Value::String(_) if key == "url" && members.contains_key("example") => {}
                    Value::String(text) if SHOWN.contains(&key.as_str()) => found.push(text.clone()),
                    _ => texts(value, found),
                }
            }
        }
        _ => {}
    }
}

/// What of the texts the view does not show. Variables are no letters of the text.
fn lost(payload: &Value, view: &ChatView) -> Vec<String> {
    let (mut all, mut wanted) = (String::new(), Vec::new());
    shown(&serde_json::to_value(view).unwrap(), &mut all);
    texts(payload, &mut wanted);
    let pieces = wanted.iter().flat_map(|text| {
        let text = text.replace("{{", "}}");
        let pieces: Vec<String> = text.split("}}").step_by(2).map(|piece| piece.trim().to_owned()).collect();
        pieces
    });
    pieces.filter(|piece| !all.contains(piece)).collect()
}

#[test]
fn no_text_of_a_real_template_is_lost() {
    let all = real("templates");
    assert!(all.len() >= 29);
    for (name, template) in all {
        let view = of_template(&Tree::parse(template.to_string()), &[]);
        assert_eq!(lost(&template, &view), Vec::<String>::new(), "{name}");
        let samples = serde_json::to_string(&view).unwrap();
        let missing = samples.contains("\"missing\":true");
        assert!(!missing, "{name} has a sample for each variable");
    }
}

#[test]
fn no_text_of_a_real_message_is_lost() {
    let all = real("messages");
    assert!(all.len() >= 86);
    for (name, message) in all {
        // In a message as it is sent braces are braces.
        let message: Value = serde_json::from_str(&message.to_string().replace("{{", "((")).unwrap();
        let view = of_message(&Tree::parse(message.to_string()));
        assert_eq!(lost(&message, &view), Vec::<String>::new(), "{name}");
        assert_eq!(view.bubble.is_none(), view.receipt.is_some(), "{name}");
    }
}

/// All places that a view names.
fn places(view: &Value, found: &mut BTreeSet<String>) {
    match view {
        Value::Array(items) => items.iter().for_each(|item| places(item, found)),
        Value::Object(members) => {
            found.extend(members.get("at").and_then(Value::as_str).map(str::to_owned));
            members.values().for_each(|value| places(value, found));
        }
        _ => {}
    }
}

fn holds(text: &str) {
    let tree = Tree::parse(text);
    let views = [of_template(&tree, &[]), of_message(&tree), of_sent_template(&tree, &tree)];
    for view in views {
        let json = serde_json::to_value(&view).unwrap();
        let mut found = BTreeSet::new();
        places(&json, &mut found);
        for place in found {
            let at: Pointer = serde_json::from_value(json!(place)).unwrap();
            assert!(tree.at(&at).is_some(), "{place} is no place of {text}");
        }
        let Some(bubble) = &view.bubble else { continue };
        assert!(bubble.shown as usize <= bubble.buttons.len(), "{text}");
        for text in [&bubble.text, &bubble.footer].into_iter().flatten() {
            let fits = |cut: flows::chat::TextCut| {
                let line = text.lines.get(cut.line as usize);
                line.is_some_and(|line| cut.run as usize <= line.runs.len())
            };
            assert!(text.cut.is_none_or(fits), "{text:?}");
        }
    }
}

/// A real payload with some of its values replaced by others from real payloads, or by anything.
fn broken() -> impl Strategy<Value = Value> {
    fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
        found.push(at.to_owned());
        match value {
            Value::Object(members) => {
                for (key, it) in members {
                    let key = key.replace('~', "~0").replace('/', "~1");
                    pointers(it, &format!("{at}/{key}"), found);
                }
            }
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(i, item)| pointers(item, &format!("{at}/{i}"), found));
            }
            _ => {}
        }
    }
    let all: Vec<Value> = ["templates", "messages"].into_iter().flat_map(real).map(|(_, it)| it).collect();
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        "[*_~`{}1a\n> -]{0,20}".prop_map(Value::from),
        Just(json!([])),
        Just(json!({})),
        Just(json!("x ".repeat(900))),
        prop::sample::select(all.clone()),
    ];
    let breaks = prop::collection::vec(
        (any::<prop::sample::Index>(), leaf, any::<Option<prop::sample::Index>>()),
        1..5,
    );
    (prop::sample::select(all.clone()), prop::sample::select(all), breaks).prop_map(
        |(mut base, other, breaks)| {
            for (at, value, from) in breaks {
                let (mut here, mut there) = (Vec::new(), Vec::new());
                pointers(&base, "", &mut here);
                pointers(&other, "", &mut there);
                let place: &String = at.get(&here);
                let value = from.map_or(value, |from| {
                    let there: &String = from.get(&there);
                    other.pointer(there).unwrap().clone()
                });
                *base.pointer_mut(place).unwrap() = value;
            }
            base
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_payload_has_a_view_whose_places_exist(payload in broken()) {
        holds(&payload.to_string());
    }

    #[test]
    fn any_text_has_a_view(text in any::<String>(), words in "[*_~`{}1a\n> -]{0,40}") {
        holds(&text);
        holds(&json!({"components": [{"type": "BODY", "text": words}]}).to_string());
        holds(&json!({"type": "text", "text": {"body": words, "preview_url": true}}).to_string());
    }
}
