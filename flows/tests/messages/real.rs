//! Real messages pass, or have a reason.

use std::collections::BTreeSet;

use flows::check::check_message;
use flows::json::{Node, Tree};
use flows::message::{Message, MessageType, is_message};
use serde_json::Value;

use super::filled::{filled, is_placeholder};
use super::{blocked, check, folder, read};

/// Real messages, from documentation and from tests of other programs.
fn real() -> Vec<(String, String)> {
    let folder = folder("../../shared/conformance/payloads/messages");
    let index = read(&folder.join("index.json"));
    let name = |entry: &Value| entry["file"].as_str().unwrap().to_owned();
    let text = |file: String| (file.clone(), std::fs::read_to_string(folder.join(file)).unwrap());
    index.as_array().unwrap().iter().map(name).map(text).collect()
}

/// Real messages that are refused though they have no placeholders, and why.
const REFUSED: [(&str, &str, &str, &str); 4] = [
    ("M004.json", "message-value-type", "template.components[1].parameters[0].text", YES_AND_NO),
    ("M004.json", "message-value-type", "template.components[2].parameters[0].text", YES_AND_NO),
    (
        "M056.json",
        "message-type-missing",
        "",
        "a list that does not say what it is; its sisters M057 and M059 do",
    ),
    ("M233.json", "message-value-missing", "template", "a template without a language, made to be refused"),
];
const YES_AND_NO: &str =
    "the answers `Yes` and `No` became true and false in YAML; M048 is the same with texts";

#[test]
fn real_messages_are_read_and_pass_or_have_a_reason() {
    let real = real();
    assert_eq!(real.len(), 86);
    let (mut passed, mut placeholders, mut refused) = (0, Vec::new(), Vec::new());
    for (file, text) in &real {
        let tree = Tree::parse(text.as_str());
        let value: Value = serde_json::from_str(text).unwrap();
        assert_eq!((tree.error(), tree.text()), (None, text.as_str()), "{file}");
        assert_eq!(tree.root().to_value(), value, "{file}");
        let message = Message::of(&tree);
        assert!(is_message(message.root), "{file}");
        let content = value.get("type").and_then(Value::as_str).or(value.get("text").map(|_| "text"));
        let content = content.and_then(|name| value.get(name));
        assert_eq!(message.content.map(Node::to_value).as_ref(), content, "{file}");
        assert_ne!(message.kind, MessageType::Other, "{file}");
        assert_eq!(message.is_receipt, value.get("status").is_some(), "{file}");

        let found = check_message(&tree);
        let after = check(&filled(&value, ""));
        if blocked(&found).is_empty() {
            passed += 1;
        } else if blocked(&after).is_empty() {
            placeholders.push(file.as_str());
        }
        for finding in blocked(&after) {
            refused.push((file.as_str(), finding.rule.clone(), finding.place.path.clone()));
        }
        // What is refused only as it stands is refused for a placeholder.
        let marks: BTreeSet<_> =
            blocked(&after).iter().map(|f| (f.rule.clone(), f.place.path.clone())).collect();
        for finding in blocked(&found) {
            let at = value.pointer(&finding.place.pointer.0).and_then(Value::as_str).unwrap_or_default();
            let is_known = marks.contains(&(finding.rule.clone(), finding.place.path.clone()));
            assert!(is_known || is_placeholder(at), "{file}: {} {}", finding.rule, finding.place.path);
        }
    }
    let refusals: BTreeSet<&str> = refused.iter().map(|(file, ..)| *file).collect();
    eprintln!(
        "{passed} of 86 pass as they stand, {} more without their placeholders, {} are refused: {refused:?}",
        placeholders.len(),
        refusals.len()
    );
    let found: Vec<(&str, &str, &str)> =
        refused.iter().map(|(file, rule, at)| (*file, rule.as_str(), at.as_str())).collect();
    assert_eq!(found, REFUSED.map(|(file, rule, at, _)| (file, rule, at)));
}
