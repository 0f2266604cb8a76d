//! Messages as they are sent: every rule has cases, every limit is met from both sides, real messages pass or have
//! a reason, and every button keeps its word.
//!
//! A case is a file `rules/<rule>/<name>.json` with `at`, the places in Meta's spelling where the rule finds
//! something (none: it passes), and `message`, or `text` when it cannot be written as a value.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail"
)]

#[path = "messages/limits.rs"]
mod limits;
#[path = "messages/random.rs"]
mod random;
#[path = "messages/real.rs"]
mod real;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use flows::check::{Diagnostic, DocumentKind, Severity, check_message, explain, rule_ids};
use flows::edit::{Document, Edit, apply};
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

fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn check(value: &Value) -> Vec<Diagnostic> {
    check_message(&Tree::parse(value.to_string()))
}

fn blocked(found: &[Diagnostic]) -> Vec<&Diagnostic> {
    found.iter().filter(|finding| finding.severity == Severity::Blocked).collect()
}

/// Ids of the rules about messages.
fn rules() -> Vec<&'static str> {
    rule_ids().filter(|id| explain(id).unwrap().about == DocumentKind::Message).collect()
}

struct Case {
    name: String,
    at: Vec<String>,
    text: String,
}

fn cases(rule: &str) -> Vec<Case> {
    let read = |path: PathBuf| {
        let case = read(&path);
        let text = match case.get("text").and_then(Value::as_str) {
            Some(text) => text.to_owned(),
            None => serde_json::to_string_pretty(&case["message"]).unwrap(),
        };
        let at = serde_json::from_value(case["at"].clone()).unwrap();
        Case { name: path.display().to_string(), at, text }
    };
    files(&folder("tests/rules").join(rule)).into_iter().map(read).collect()
}

#[test]
fn every_rule_finds_what_its_cases_say() {
    let mut faults = Vec::new();
    for rule in rules() {
        let cases = cases(rule);
        if !cases.iter().any(|case| case.at.is_empty()) || cases.iter().all(|case| case.at.is_empty()) {
            faults.push(format!("{rule} lacks cases"));
        }
        for Case { name, at, text } in cases {
            let all = check_message(&Tree::parse(text));
            let own = all.iter().filter(|finding| finding.rule == rule);
            let found: Vec<&str> = own.map(|finding| finding.place.path.as_str()).collect();
            if found != at {
                let all: Vec<_> = all.iter().map(|f| (f.rule.as_str(), f.place.path.as_str())).collect();
                faults.push(format!("{name}: {found:?} instead of {at:?}; all: {all:?}"));
            }
            // What passes has nothing else wrong that would hide it.
            if at.is_empty() && rule != "message-type-unknown" && !blocked(&all).is_empty() {
                faults.push(format!("{name}: passes, but {:?} finds something", blocked(&all)[0].rule));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_rule_explains_itself_with_codes_of_the_reference() {
    let reference = read(&folder("../../shared/reference/cloud-api.json"));
    let table = reference["errors"]["table"].as_array().unwrap();
    let codes: BTreeSet<String> = table.iter().map(|error| error["code"].to_string()).collect();
    assert!(rules().len() > 40);
    for rule in rules() {
        let text = explain(rule).unwrap();
        for part in [&text.what, &text.why, &text.example, &text.fix] {
            assert!(!part.is_empty(), "{rule}");
        }
        let example = text.example.strip_prefix("```json\n").and_then(|rest| rest.strip_suffix("\n```"));
        serde_json::from_str::<Value>(example.expect(rule)).expect(rule);
        assert!(text.codes.iter().all(|code| codes.contains(code)), "{rule}: {:?}", text.codes);
        for finding in cases(rule).iter().flat_map(|case| check_message(&Tree::parse(&*case.text))) {
            let letters = finding.headline.chars().count();
            assert!((1..=80).contains(&letters), "{rule}: {}", finding.headline);
            let known = explain(&finding.rule).unwrap();
            assert!(finding.meta_code.is_none_or(|code| known.codes.contains(&code)), "{rule}");
        }
    }
}

/// What is wrong with the buttons of a text: a finding that stays, or a new one that Meta refuses.
fn broken_words(name: &str, text: &str, pressed: &mut BTreeSet<String>) -> Vec<String> {
    let document = Document::new("Test", text, BTreeMap::new());
    let before = check_message(document.tree());
    let mark = |f: &Diagnostic| (f.rule.clone(), f.place.pointer.0.clone(), f.message.clone());
    let mut faults = Vec::new();
    for finding in &before {
        for fix in &finding.fixes {
            pressed.insert(finding.rule.clone());
            let say = |what: String| format!("{name}: {} '{}': {what}", finding.rule, fix.title);
            if !(1..=60).contains(&fix.title.chars().count()) {
                faults.push(say("a title of this length".to_owned()));
            }
            let batch = Edit::Batch { name: Some(fix.title.clone()), edits: fix.edits.clone() };
            let applied = match apply(&document, &batch) {
                Ok(applied) => applied,
                Err(error) => {
                    faults.push(say(error.to_string()));
                    continue;
                }
            };
            let undone = applied.change.inverse().replay(&applied.document).unwrap();
            assert_eq!(undone.text(), document.text());
            let after = check_message(applied.document.tree());
            let count = |list: &[Diagnostic]| list.iter().filter(|f| f.rule == finding.rule).count();
            if after.iter().any(|other| mark(other) == mark(finding)) && count(&after) >= count(&before) {
                faults.push(say("still there".to_owned()));
            }
            if blocked(&after).len() > blocked(&before).len()
                || finding.severity == Severity::Blocked && blocked(&after).len() == blocked(&before).len()
            {
                let new: Vec<_> = blocked(&after).into_iter().map(mark).collect();
                faults.push(say(format!("refused afterwards: {new:?}")));
            }
        }
    }
    faults
}

#[test]
fn every_button_keeps_its_word() {
    let mut pressed = BTreeSet::new();
    let cases = rules().into_iter().flat_map(cases);
    let faults: Vec<String> =
        cases.flat_map(|case| broken_words(&case.name, &case.text, &mut pressed)).collect();
    eprintln!("{} rules mended: {pressed:?}", pressed.len());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(pressed.len() >= 20, "{pressed:?}");
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
