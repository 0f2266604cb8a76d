//! Every rule has cases: at least one where it finds something, and one where it does not.
//!
//! A case is a file `rules/<rule>/<name>.json` with `at`, the places in Meta's spelling where the rule finds
//! something (none: it passes), and `flow` (a Flow), `text` (a text), or `repeat` (a text of so many letters).

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail")]

use std::collections::BTreeSet;
use std::path::Path;

use flows::check::{check, explain, rule_ids};
use flows::facts;
use flows::json::Tree;
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    at: Vec<String>,
    flow: Option<Value>,
    text: Option<String>,
    repeat: Option<usize>,
}

fn cases(rule: &str) -> Vec<(String, Case)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules").join(rule);
    let Ok(entries) = std::fs::read_dir(&folder) else { return Vec::new() };
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let text = std::fs::read_to_string(&path).unwrap();
            (path.display().to_string(), serde_json::from_str(&text).unwrap())
        })
        .collect()
}

#[test]
fn every_rule_finds_what_its_cases_say() {
    let mut faults = Vec::new();
    for rule in rule_ids() {
        let cases = cases(rule);
        if !cases.iter().any(|(_, case)| case.at.is_empty())
            || !cases.iter().any(|(_, case)| !case.at.is_empty())
        {
            faults.push(format!("{rule} lacks cases"));
        }
        for (path, case) in cases {
            let text = match (case.flow, case.text, case.repeat) {
                (Some(flow), None, None) => serde_json::to_string_pretty(&flow).unwrap(),
                (None, Some(text), None) => text,
                (None, None, Some(letters)) => format!("\"{}\"", "a".repeat(letters)),
                _ => panic!("{path}: one of flow, text and repeat"),
            };
            let all = check(&Tree::parse(text));
            let found: Vec<&str> = all
                .iter()
                .filter(|finding| finding.rule == rule)
                .flat_map(|finding| std::iter::once(&finding.place).chain(&finding.more_places))
                .map(|place| place.path.as_str())
                .collect();
            if found != case.at {
                let rules: Vec<_> = all.iter().map(|f| (f.rule.as_str(), f.place.path.as_str())).collect();
                faults.push(format!("{path}: {found:?} instead of {:?}; all: {rules:?}", case.at));
            }
            for finding in &all {
                let length = finding.headline.chars().count();
                if length == 0 || length > 80 {
                    faults.push(format!("{path}: headline of {length} letters: {}", finding.headline));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_case_belongs_to_a_rule_that_is_gone() {
    let known: BTreeSet<&str> = rule_ids().collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules");
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(known.contains(name.as_str()), "{name}");
    }
}

#[test]
fn every_rule_explains_itself() {
    let codes: BTreeSet<&str> = facts::error_codes().iter().map(|code| code.code.as_str()).collect();
    assert!(rule_ids().count() >= 40);
    for rule in rule_ids() {
        let text = explain(rule).unwrap();
        for (part, words) in
            [("what", &text.what), ("why", &text.why), ("example", &text.example), ("fix", &text.fix)]
        {
            assert!(!words.is_empty(), "{rule}: {part}");
        }
        assert!(text.example.starts_with("```json\n") && text.example.ends_with("\n```"), "{rule}");
        for code in &text.codes {
            assert!(codes.contains(code.as_str()), "{rule}: {code}");
        }
    }
    assert_eq!(explain("no-such-rule"), None);
}
