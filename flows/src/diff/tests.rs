use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::gallery::starters;

fn flow(screens: &Value) -> Value {
    json!({"version": "7.1", "screens": screens})
}

fn screen(id: &str, title: &str, children: &Value) -> Value {
    json!({"id": id, "title": title, "layout": {"type": "SingleColumnLayout", "children": children}})
}

fn lines(before: &Value, after: &Value) -> Vec<String> {
    differences(&before.to_string(), &after.to_string())
        .into_iter()
        .map(|d| {
            format!(
                "{}: {} -> {}",
                d.place,
                d.before.as_deref().unwrap_or("-"),
                d.after.as_deref().unwrap_or("-")
            )
        })
        .collect()
}

fn day(label: &str) -> Value {
    json!({"type": "Dropdown", "name": "day", "label": label, "data-source": [{"id": "1", "title": "Monday"}]})
}

fn button(label: &str, to: &str) -> Value {
    json!({"type": "Footer", "label": label, "on-click-action": {"name": "navigate", "next": {"type": "screen", "name": to}, "payload": {}}})
}

#[test]
fn a_label_is_told_by_screen_and_part() {
    let before = flow(&json!([screen("A", "Your details", &json!([day("Day"), button("Next", "B")]))]));
    let after =
        flow(&json!([screen("A", "Your details", &json!([day("Preferred day"), button("Next", "C")]))]));
    assert_eq!(
        lines(&before, &after),
        [
            "Screen \"Your details\", label of \"Preferred day\": Day -> Preferred day",
            "Screen \"Your details\", what a tap does of \"Next\": goes to B -> goes to C",
        ]
    );
}

#[test]
fn parts_come_and_go_and_move() {
    let text = |words: &str| json!({"type": "TextBody", "text": words});
    let before =
        flow(&json!([screen("A", "Book", &json!([text("Hello"), day("Day"), button("Next", "B")]))]));
    let after = flow(&json!([screen(
        "A",
        "Book",
        &json!([
            day("Day"),
            text("Hello"),
            json!({"type": "TextInput", "name": "n", "label": "Name"}),
            button("Next", "B")
        ])
    )]));
    assert_eq!(
        lines(&before, &after),
        [
            "Screen \"Book\", Short answer: - -> Name",
            "Screen \"Book\", order of the parts: \"Hello\", \"Day\", \"Next\" -> \"Day\", \"Hello\", \"Next\"",
        ]
    );
    assert_eq!(lines(&after, &before)[0], "Screen \"Book\", Short answer: Name -> -");
}

#[test]
fn screens_come_go_are_renamed_and_reordered() {
    let one = |id, title| screen(id, title, &json!([day("Day")]));
    let before = flow(&json!([one("A", "First"), one("B", "Second"), one("C", "Third")]));
    let after = flow(&json!([one("C", "Third"), one("A", "Welcome"), one("D", "Fourth")]));
    assert_eq!(
        lines(&before, &after),
        [
            "Screen \"Welcome\", title: First -> Welcome",
            "Screen \"Fourth\": - -> Day",
            "Screen \"Second\": Day -> -",
            "Order of the screens: First, Third -> Third, Welcome",
        ]
    );
}

#[test]
fn choices_pictures_and_switches_read_plainly() {
    let picture = |data: &str| json!({"type": "Image", "src": data.repeat(100), "alt-text": "Our shop"});
    let consent =
        |required: bool| json!({"type": "OptIn", "name": "ok", "label": "I agree", "required": required});
    let choice = |title: &str| json!({"type": "RadioButtonsGroup", "name": "r", "label": "Size", "data-source": [{"id": "1", "title": title}, {"id": "2", "title": "Large"}]});
    let before =
        flow(&json!([screen("A", "Shop", &json!([picture("aaaa"), consent(true), choice("Small")]))]));
    let after =
        flow(&json!([screen("A", "Shop", &json!([picture("bbbb"), consent(false), choice("Tiny")]))]));
    assert_eq!(
        lines(&before, &after),
        [
            "Screen \"Shop\", picture of \"Our shop\": a picture -> a picture (changed)",
            "Screen \"Shop\", required of \"I agree\": yes -> no",
            "Screen \"Shop\", choices of \"Size\": Small, Large -> Tiny, Large",
        ]
    );
}

#[test]
fn spacing_and_order_of_members_are_no_difference() {
    let before = r#"{"version":"7.1","screens":[{"id":"A","title":"T","layout":{"type":"SingleColumnLayout","children":[]}}]}"#;
    let after = "{\n  \"screens\": [ { \"title\": \"T\", \"id\": \"A\", \"layout\": {\"children\": [], \"type\": \"SingleColumnLayout\"} } ],\n  \"version\": \"7.1\"\n}";
    assert!(same(before, after));
}

#[test]
fn what_cannot_be_read_is_compared_as_it_stands() {
    assert!(same("{\"a\":", "{\"a\":"));
    assert!(!same("{\"a\":", "{\"a\": "));
    assert!(!same("[]", "{\"screens\": 3}"));
    assert!(!same("{\"screens\": [1]}", "{\"screens\": [2]}"));
    assert!(!same("{\"screens\": [{\"layout\": 1}]}", "{\"screens\": [{\"layout\": 2}]}"));
}

/// Every place in a value that can be changed, as JSON Pointers.
fn pointers(value: &Value, at: String, all: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            for (key, inner) in object {
                pointers(inner, format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")), all);
            }
        }
        Value::Array(items) => {
            for (index, inner) in items.iter().enumerate() {
                pointers(inner, format!("{at}/{index}"), all);
            }
        }
        _ => {}
    }
    all.push(at);
}

fn texts() -> Vec<Value> {
    starters()
        .iter()
        .flat_map(|starter| {
            starter
                .languages
                .iter()
                .filter_map(|language| starter.source(language))
                .map(|text| serde_json::from_str(text).unwrap())
                .collect::<Vec<_>>()
        })
        .collect()
}

proptest! {
    /// Whatever changes anywhere in a starter is told; what does not change is not.
    #[test]
    fn no_change_is_hidden(which in any::<prop::sample::Index>(), place in any::<prop::sample::Index>(), way in 0..4_u8) {
        let all = texts();
        let before = which.get(&all).clone();
        let mut places = Vec::new();
        pointers(&before, String::new(), &mut places);
        let pointer = place.get(&places).clone();
        let mut after = before.clone();
        if let Some(value) = after.pointer_mut(&pointer) {
            match (way, &mut *value) {
                (0, Value::Array(items)) if items.len() > 1 => items.reverse(),
                (1, Value::Array(items)) if !items.is_empty() => drop(items.remove(0)),
                (2, Value::Object(object)) => { object.insert("added".to_owned(), json!(1)); }
                (3, Value::Object(object)) if !object.is_empty() => { let key = object.keys().next().unwrap().clone(); object.remove(&key); }
                (_, other) => *other = json!("changed"),
            }
        }
        let (old, new) = (before.to_string(), after.to_string());
        prop_assert_eq!(differences(&old, &new).is_empty(), before == after, "{} {}", pointer, way);
        prop_assert!(differences(&old, &old).is_empty());
    }
}

/// Every change of a message or a template is told when it is compared with a version of it.
#[test]
fn nothing_that_changed_since_a_version_is_hidden() {
    let message = json!({"messaging_product": "whatsapp", "type": "interactive", "interactive": {
        "type": "button", "header": {"type": "text", "text": "Cake"}, "body": {"text": "Is it for today?"},
        "footer": {"text": "Salon"},
        "action": {"buttons": [
            {"type": "reply", "reply": {"id": "yes", "title": "Yes"}},
            {"type": "reply", "reply": {"id": "no", "title": "No"}}]}}});
    let template = json!({"name": "n", "language": "en", "category": "UTILITY", "components": [
        {"type": "HEADER", "format": "TEXT", "text": "Cake"},
        {"type": "BODY", "text": "Hi {{a}}", "example": {"body_text_named_params": [{"param_name": "a", "example": "Ana"}]}},
        {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Yes"}, {"type": "URL", "text": "See", "url": "https://a"}]},
        {"type": "CAROUSEL", "cards": [{"components": [{"type": "BODY", "text": "One"}]}]}]});
    for (kind, before) in [(DocumentKind::Message, message), (DocumentKind::Template, template)] {
        let mut places = Vec::new();
        pointers(&before, String::new(), &mut places);
        for place in places {
            for way in 0..3 {
                let mut after = before.clone();
                match (way, after.pointer_mut(&place).unwrap()) {
                    (0, Value::Array(items)) => items.reverse(),
                    (1, Value::Object(members)) => {
                        members.insert("added".to_owned(), json!(1));
                    }
                    (1, Value::Array(items)) => {
                        items.pop();
                    }
                    (_, other) => *other = json!("changed"),
                }
                let found = version_differences(kind, &before.to_string(), &after.to_string());
                assert_eq!(found.is_empty(), before == after, "{kind:?} {place} {way}");
                assert!(found.iter().all(|one| !one.parts.is_empty()), "{found:?}");
            }
        }
        let spaced = serde_json::to_string_pretty(&before).unwrap();
        assert_eq!(version_differences(kind, &before.to_string(), &spaced), []);
    }
}

#[test]
fn a_message_is_told_part_by_part() {
    let message = |body: &str, last: &str| {
        json!({"type": "interactive", "interactive": {"type": "button", "body": {"text": body},
            "action": {"buttons": [{"type": "reply", "reply": {"id": "y", "title": "Yes"}},
                {"type": "reply", "reply": {"id": "n", "title": last}}]}}})
        .to_string()
    };
    let told = |before: &str, after: &str| -> Vec<String> {
        let side = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
        version_differences(DocumentKind::Message, before, after)
            .into_iter()
            .map(|found| format!("{}: {} -> {}", found.place, side(found.before), side(found.after)))
            .collect()
    };
    assert_eq!(
        told(&message("Today?", "No"), &message("Tomorrow?", "Not yet")),
        ["Text: Today? -> Tomorrow?", "Button 2, label: No -> Not yet"]
    );
    let text = r#"{"type": "text", "text": {"body": "Hi"}}"#;
    assert_eq!(told(text, r#"{"type": "text", "text": {"body": "Hello"}}"#), ["Text: Hi -> Hello"]);
    assert_eq!(told("{", "{}"), ["Technical details: { -> {}"]);
}
