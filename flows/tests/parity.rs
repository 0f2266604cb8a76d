//! How far the checks agree with what Meta's validator was seen to say about the same Flows.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail")]

use std::collections::{BTreeMap, BTreeSet};

use flows::check::{Severity, check, meta_errors};
use flows::json::Tree;
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
    valid: bool,
    errors: Vec<Expected>,
    #[serde(default)]
    by_version: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct Expected {
    code: String,
    message: String,
    paths: Vec<String>,
    positions: Vec<[u32; 4]>,
}

type Marks = BTreeSet<(String, String)>;

fn conformance(name: &str) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/conformance");
    std::fs::read_to_string(format!("{folder}/{name}")).unwrap()
}

fn text(flow: &Value) -> String {
    serde_json::to_string_pretty(flow).unwrap()
}

/// Misses are told, so that a lower score can be understood.
fn tell(what: &str, id: &str, expected: &impl std::fmt::Debug, found: &impl std::fmt::Debug) {
    eprintln!("{what} {id}\n    Meta: {expected:?}\n    ours: {found:?}");
}

#[test]
fn every_vector_has_metas_verdict_places_and_messages() {
    let vectors: Vectors = serde_json::from_str(&conformance("flow-json-vectors.json")).unwrap();
    let total = vectors.vectors.len();
    let (mut verdicts, mut marks, mut positions, mut messages) = (0, 0, 0, 0);
    let (mut versions, mut same_versions) = (0, 0);
    for vector in &vectors.vectors {
        let found = meta_errors(&text(&vector.flow));
        verdicts += usize::from(found.is_empty() == vector.valid);
        let expected: Marks = vector
            .errors
            .iter()
            .flat_map(|e| e.paths.iter().map(|path| (e.code.clone(), path.clone())))
            .collect();
        let ours: Marks =
            found.iter().flat_map(|e| e.pointers.iter().map(|p| (e.error.clone(), p.path.clone()))).collect();
        if expected == ours {
            marks += 1;
        } else {
            tell("marks", &vector.id, &expected, &ours);
            continue;
        }
        let expected: BTreeSet<(&str, &str, [u32; 4])> = vector
            .errors
            .iter()
            .flat_map(|e| {
                e.paths.iter().zip(&e.positions).map(|(path, at)| (e.code.as_str(), path.as_str(), *at))
            })
            .collect();
        let ours: BTreeSet<(&str, &str, [u32; 4])> = found
            .iter()
            .flat_map(|e| {
                e.pointers.iter().map(|p| {
                    let at = [p.line_start, p.column_start, p.line_end, p.column_end];
                    (e.error.as_str(), p.path.as_str(), at)
                })
            })
            .collect();
        if expected == ours {
            positions += 1;
        } else {
            tell("positions", &vector.id, &expected, &ours);
        }
        let expected: BTreeSet<&str> = vector.errors.iter().map(|e| e.message.as_str()).collect();
        let ours: BTreeSet<&str> = found.iter().map(|e| e.message.as_str()).collect();
        if expected == ours {
            messages += 1;
        } else {
            tell("messages", &vector.id, &expected, &ours);
        }
        for (version, codes) in &vector.by_version {
            versions += 1;
            let mut flow = vector.flow.clone();
            flow["version"] = Value::from(version.as_str());
            let expected: BTreeSet<String> =
                codes.split('+').filter(|code| *code != "ok").map(str::to_owned).collect();
            let ours: BTreeSet<String> = meta_errors(&text(&flow)).into_iter().map(|e| e.error).collect();
            if expected == ours {
                same_versions += 1;
            } else {
                tell(&format!("version {version}"), &vector.id, &expected, &ours);
            }
        }
    }
    println!(
        "Flows: of {total} verdict {verdicts}, codes and paths {marks}, positions {positions}, messages {messages}; \
         by version {same_versions} of {versions}"
    );
    assert_eq!((verdicts, marks, positions, messages), (total, total, total, total));
    assert_eq!(same_versions, versions);
}

#[derive(Deserialize)]
struct RealFlow {
    file: String,
    valid: bool,
    errors: Vec<RealError>,
}

#[derive(Deserialize)]
struct RealError {
    code: String,
    paths: Vec<String>,
}

#[test]
fn real_flows_get_metas_verdict() {
    let index: Vec<RealFlow> = serde_json::from_str(&conformance("real-flows/index.json")).unwrap();
    assert!(!index.is_empty());
    let mut same = 0;
    for real in &index {
        let found = meta_errors(&conformance(&format!("real-flows/{}", real.file)));
        let ours: Marks =
            found.iter().flat_map(|e| e.pointers.iter().map(|p| (e.error.clone(), p.path.clone()))).collect();
        let expected: Marks = real
            .errors
            .iter()
            .flat_map(|e| e.paths.iter().map(|path| (e.code.clone(), path.clone())))
            .collect();
        if (real.valid, &expected) == (ours.is_empty(), &ours) {
            same += 1;
        } else {
            tell("real Flow", &real.file, &expected, &ours);
        }
    }
    println!("real Flows: verdict, codes and paths {same} of {}", index.len());
    assert_eq!(same, index.len());
}

#[test]
fn the_same_text_always_gives_the_same_findings() {
    let vectors: Vectors = serde_json::from_str(&conformance("flow-json-vectors.json")).unwrap();
    let texts: Vec<String> = vectors.vectors.iter().map(|v| text(&v.flow)).collect();
    let all = || texts.iter().map(|t| check(&Tree::parse(t.as_str()))).collect::<Vec<_>>();
    let first = serde_json::to_vec(&all()).unwrap();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..5 {
                    assert_eq!(serde_json::to_vec(&all()).unwrap(), first);
                }
            });
        }
    });
    let one = Tree::parse(texts.iter().find(|t| !meta_errors(t).is_empty()).unwrap().as_str());
    let bytes = serde_json::to_vec(&check(&one)).unwrap();
    for _ in 0..1000 {
        assert_eq!(serde_json::to_vec(&check(&one)).unwrap(), bytes);
    }
}

#[test]
fn headlines_are_short_and_only_what_meta_refuses_blocks() {
    let vectors: Vectors = serde_json::from_str(&conformance("flow-json-vectors.json")).unwrap();
    for vector in &vectors.vectors {
        for finding in check(&Tree::parse(text(&vector.flow))) {
            assert!(finding.headline.chars().count() <= 80, "{}", finding.headline);
            assert!(!finding.why.is_empty());
            assert_eq!(
                finding.severity == Severity::Blocked,
                finding.meta_code.is_some(),
                "{}",
                finding.rule
            );
        }
    }
}
