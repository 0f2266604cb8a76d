//! Messages as they are sent: every limit is met from both sides, real messages pass or have a reason, and any JSON
//! gets an answer.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail"
)]

#[path = "rules/cases.rs"]
#[allow(dead_code, reason = "the places are for the test of the rules")]
mod cases;
#[path = "messages/filled.rs"]
mod filled;
#[path = "messages/limits.rs"]
mod limits;
#[path = "messages/random.rs"]
mod random;
#[path = "messages/real.rs"]
mod real;
#[path = "../fuzz/targets.rs"]
#[allow(dead_code, reason = "the buttons are one of them")]
mod targets;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use flows::check::{Diagnostic, DocumentKind, Severity, check_message, explain, rule_ids};
use flows::facts;
use flows::json::Tree;
use flows::message::{InteractiveType, MessageType};
use serde_json::Value;

fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read(path: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn check(value: &Value) -> Vec<Diagnostic> {
    check_message(&Tree::parse(value.to_string()))
}

fn blocked(found: &[Diagnostic]) -> Vec<&Diagnostic> {
    found.iter().filter(|finding| finding.severity == Severity::Blocked).collect()
}

#[test]
fn codes_of_rules_are_those_of_the_reference() {
    let reference = read(&folder("../../shared/reference/cloud-api.json"));
    let table = reference["errors"]["table"].as_array().unwrap();
    let codes: BTreeSet<String> = table.iter().map(|error| error["code"].to_string()).collect();
    let rules: Vec<_> =
        rule_ids().filter_map(explain).filter(|rule| rule.about == DocumentKind::Message).collect();
    assert!(rules.len() > 40);
    for rule in rules {
        assert!(rule.codes.iter().all(|code| codes.contains(code)), "{}: {:?}", rule.id, rule.codes);
        let found =
            cases::of(&rule.id).into_iter().flat_map(|(_, case)| check_message(&Tree::parse(case.text())));
        for finding in found {
            let known = explain(&finding.rule).unwrap();
            assert!(finding.meta_code.is_none_or(|code| known.codes.contains(&code)), "{}", rule.id);
        }
    }
}

#[test]
fn the_facts_fit_the_model_and_each_other() {
    let facts = facts::message();
    let named = |set: &str| facts.variants[set].iter().map(|one| one.kind.as_str()).collect::<Vec<_>>();
    assert_eq!(named("message"), MessageType::ALL.map(MessageType::name));
    for name in named("interactive") {
        assert_ne!(InteractiveType::from_name(name), InteractiveType::Other, "{name}");
    }
    // Each set is that of a list of choices, and is used.
    for (set, variants) in &facts.variants {
        for variant in variants {
            assert!(!variant.words.is_empty() && !variant.members.is_empty(), "{set} {}", variant.kind);
        }
    }
    assert_eq!(facts.variant("header", "IMAGE").map(|one| one.members[0].name.as_str()), Some("image"));
}

#[test]
fn what_is_no_message_is_told_and_not_looked_into() {
    let rules = |text: &str| -> Vec<String> {
        check_message(&Tree::parse(text)).into_iter().map(|finding| finding.rule).collect()
    };
    assert_eq!(rules("[1]"), ["not-an-object"]);
    assert_eq!(rules("{"), ["not-json"]);
}
