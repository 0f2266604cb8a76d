//! Every fix keeps its word: the finding is gone, no new error stands, and undo gives the bytes back.

#![allow(clippy::unwrap_used, reason = "helpers of a test")]

use std::collections::{BTreeMap, BTreeSet};

use flows::check::{Diagnostic, Severity, check};
use flows::edit::{Document, Edit, apply};
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

/// What a finding says and where, without its lines.
fn mark(finding: &Diagnostic) -> (String, String, String) {
    (finding.rule.clone(), finding.place.pointer.0.clone(), finding.message.clone())
}

fn blocked(found: &[Diagnostic]) -> usize {
    found.iter().filter(|finding| finding.severity == Severity::Blocked).count()
}

/// Rules of the phases that end the check: behind them, findings may show that were hidden before.
fn is_schema(finding: &Diagnostic) -> bool {
    flows::check::stops(&finding.rule)
}

/// Tries every fix of every finding. Says what went wrong.
fn try_all(name: &str, text: &str, used: &mut BTreeMap<String, usize>) -> Vec<String> {
    let mut faults = Vec::new();
    let document = Document::new("Test", text, BTreeMap::new());
    let found = check(document.tree());
    let hid_others = found.iter().any(is_schema);
    for finding in &found {
        for fix in &finding.fixes {
            let what = format!("{name}: {} at {} '{}'", finding.rule, finding.place.path, fix.title);
            let batch = Edit::Batch { name: Some(fix.title.clone()), edits: fix.edits.clone() };
            let applied = match apply(&document, &batch) {
                Ok(applied) => applied,
                Err(error) => {
                    faults.push(format!("{what}: {error}"));
                    continue;
                }
            };
            *used.entry(finding.rule.clone()).or_default() += 1;
            let undone = applied.change.inverse().replay(&applied.document).unwrap();
            assert_eq!(undone.text(), text, "{what}");
            let after = check(applied.document.tree());
            if after.iter().any(|other| mark(other) == mark(finding)) {
                faults.push(format!("{what}: still there"));
            }
            let counted = |list: &[Diagnostic]| -> usize {
                if hid_others {
                    blocked(&list.iter().filter(|f| is_schema(f)).cloned().collect::<Vec<_>>())
                } else {
                    blocked(list)
                }
            };
            if counted(&after) > counted(&found) {
                let before: BTreeSet<_> = found.iter().map(mark).collect();
                let new: Vec<_> = after.iter().map(mark).filter(|mark| !before.contains(mark)).collect();
                faults.push(format!("{what}: new {new:?}"));
            }
            let title = fix.title.chars().count();
            if title == 0 || title > 60 {
                faults.push(format!("{what}: {title} letters"));
            }
        }
    }
    faults
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
        faults.extend(try_all(&vector.id, &text, &mut used));
    }
    eprintln!("{} rules mended: {used:?}", used.len());
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// The cases that every rule has in `rules/`.
fn cases() -> Vec<(String, String)> {
    let mut cases = Vec::new();
    for rule in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/rules")).unwrap() {
        for case in std::fs::read_dir(rule.unwrap().path()).unwrap() {
            let path = case.unwrap().path();
            let case: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
            let text = match (case.get("flow"), case.get("text").and_then(Value::as_str)) {
                (Some(flow), _) => serde_json::to_string_pretty(flow).unwrap(),
                (None, Some(text)) => text.to_owned(),
                (None, None) => continue,
            };
            cases.push((path.display().to_string(), text));
        }
    }
    cases.sort();
    cases
}

#[test]
fn fixes_keep_their_word_on_the_cases_of_every_rule() {
    let mut used = BTreeMap::new();
    let faults: Vec<_> = cases().iter().flat_map(|(path, text)| try_all(path, text, &mut used)).collect();
    eprintln!("{} rules mended: {used:?}", used.len());
    assert!(used.len() >= 45, "{} rules have fixes", used.len());
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// Breaks every member of a Flow in turn, in several ways.
fn broken(flow: &Value) -> Vec<Value> {
    fn walk(value: &Value, at: &str, found: &mut Vec<String>) {
        found.push(at.to_owned());
        match value {
            Value::Object(members) => {
                for (key, member) in members {
                    walk(member, &format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")), found);
                }
            }
            Value::Array(items) => {
                items
                    .iter()
                    .enumerate()
                    .for_each(|(index, item)| walk(item, &format!("{at}/{index}"), found));
            }
            _ => {}
        }
    }
    let mut pointers = Vec::new();
    walk(flow, "", &mut pointers);
    let mut all = Vec::new();
    for pointer in pointers.iter().filter(|pointer| !pointer.is_empty()) {
        let replacements = match flow.pointer(pointer) {
            Some(Value::String(text)) => {
                vec![Value::from(""), Value::from(7), Value::from(format!("{text}x1"))]
            }
            Some(Value::Bool(flag)) => vec![Value::from(flag.to_string())],
            Some(Value::Number(_)) => vec![Value::from("12"), Value::from(999_999)],
            Some(Value::Array(_)) => vec![Value::Array(Vec::new()), Value::from("x")],
            _ => vec![Value::from(true)],
        };
        for replacement in replacements {
            let mut next = flow.clone();
            *next.pointer_mut(pointer).unwrap() = replacement;
            all.push(next);
        }
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        let mut next = flow.clone();
        match next.pointer_mut(parent) {
            Some(Value::Object(members)) => {
                let key = key.replace("~1", "/").replace("~0", "~");
                let value = members.shift_remove(&key).unwrap();
                all.push(next.clone());
                if let Some(Value::Object(members)) = next.pointer_mut(parent) {
                    members.insert(format!("{key}s"), value);
                }
                all.push(next);
            }
            Some(Value::Array(items)) => {
                items.remove(key.parse().unwrap());
                all.push(next);
            }
            _ => {}
        }
    }
    all
}

#[test]
fn fixes_keep_their_word_on_broken_starters() {
    let mut used = BTreeMap::new();
    let mut faults = Vec::new();
    for id in ["delivery-survey", "trades-lead", "support-photos"] {
        let starter = flows::gallery::starter(id).unwrap();
        let flow: Value = serde_json::from_str(starter.source("en").unwrap()).unwrap();
        for (index, broken) in broken(&flow).into_iter().enumerate().step_by(3) {
            let text = serde_json::to_string_pretty(&broken).unwrap();
            faults.extend(try_all(&format!("{id} {index}"), &text, &mut used));
        }
    }
    eprintln!("{} rules mended: {used:?}", used.len());
    faults.truncate(60);
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_starter_is_clean() {
    let mut faults = Vec::new();
    for starter in flows::gallery::starters() {
        for language in &starter.languages {
            let document = Document::new("Test", starter.source(language).unwrap(), BTreeMap::new());
            for finding in check(document.tree()).into_iter().filter(|f| f.severity != Severity::Advice) {
                faults.push(format!(
                    "{} {language}: {} at {}",
                    starter.id, finding.headline, finding.place.path
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
