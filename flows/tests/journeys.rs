//! Journeys as a whole: what is said of the messages in them.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

use flows::check::{check_document, check_journey};
use flows::edit::{Document, Edit, apply};
use flows::json::Tree;
use serde_json::{Value, json};

fn journey(message: &Value) -> String {
    let journey = json!({"journey": 1, "nodes": [
        {"id": "hi", "kind": "keyword", "title": "Hi", "words": ["hi"], "to": {"next": "hello"}},
        {"id": "hello", "kind": "send", "title": "Hello", "messages": [message]}]});
    serde_json::to_string_pretty(&journey).unwrap()
}

#[test]
fn a_message_in_a_journey_is_held_against_the_rules_of_messages() {
    let good = journey(&json!({"type": "text", "text": {"body": "Hello {{first_name}}!"}}));
    assert_eq!(check_document(&Tree::parse(good.as_str())), []);
    let label = "Show me everything you have";
    let button = json!({"type": "reply", "reply": {"id": "a", "title": label}});
    let long =
        journey(&json!({"type": "interactive", "interactive": {"type": "button", "body": {"text": "Hi"},
        "action": {"buttons": [button]}}}));
    let found = check_journey(&Tree::parse(long.as_str()));
    assert_eq!(found.len(), 1, "{found:?}");
    let place = &found[0].place;
    assert_eq!(place.path, "nodes[1].messages[0].interactive.action.buttons[0].reply.title");
    assert_eq!(place.pointer.0, "/nodes/1/messages/0/interactive/action/buttons/0/reply/title");
    assert_eq!(place.span.of(&long), format!("\"{label}\""));
    for fix in &found[0].fixes {
        let batch = Edit::Batch { name: None, edits: fix.edits.clone() };
        let document = Document::new("", long.as_str(), std::collections::BTreeMap::new());
        let mended = apply(&document, &batch).unwrap().document;
        assert_eq!(check_journey(mended.tree()), [], "{}", fix.title);
    }
}
