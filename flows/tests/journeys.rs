//! Journeys as a whole: what is said of the messages in them.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

use flows::check::{Diagnostic, check_document, check_journey, check_journey_after_edit, check_journey_of};
use flows::edit::{Document, Edit, apply};
use flows::journey::{Project, TemplateKnown, TemplateStatus};
use flows::json::Tree;
use flows::template::Category;
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

/// A run that ends after a day is over before this message is due: the proof by itself does not see it, the longest look does.
#[test]
fn right_after_an_edit_is_told_that_more_can_be_known() {
    let text = json!({
        "journey": 1,
        "settings": {"expires": "24h"},
        "nodes": [
            {"id": "k", "kind": "manual", "to": {"next": "r"}},
            {"id": "r", "kind": "wait_reply", "timeout": "30h", "to": {"next": "t"}},
            {"id": "t", "kind": "wait_until", "time": "02:30", "to": {"next": "w"}},
            {"id": "w", "kind": "wait", "for": "9h 30m", "to": {"next": "h"}},
            {"id": "h", "kind": "assign", "to_whom": "team", "to": {"next": "u"}},
            {"id": "u", "kind": "wait_until", "time": "04:59", "to": {"next": "b"}},
            {"id": "b", "kind": "template", "name": "offer"},
        ],
    });
    let offer = TemplateKnown {
        category: Category::Marketing,
        status: TemplateStatus::Approved,
        variables: Vec::new(),
        quick_replies: Vec::new(),
        offers_stop: true,
    };
    let templates = [("offer".to_owned(), [(String::new(), offer)].into())].into();
    let project = Project { templates, ..Project::default() };
    let tree = Tree::parse(text.to_string());
    let is_told = |found: &[Diagnostic]| found.iter().any(|it| it.rule == "journey-consent-missing");
    let (found, settled) = check_journey_after_edit(&project, "main", &tree);
    assert!(is_told(&found) && !settled, "{found:?}");
    assert!(!is_told(&check_journey_of(&project, "main", &tree)));
    // Where a run is at hand nothing is left
    let tree = Tree::parse(text.to_string().replace("\"24h\"", "\"720h\""));
    let (found, settled) = check_journey_after_edit(&project, "main", &tree);
    assert!(is_told(&found) && settled, "{found:?}");
}
