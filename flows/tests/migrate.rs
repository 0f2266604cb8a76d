//! Moving a Flow to a newer version: cases by file, and what holds for every Flow there is an example of.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use std::collections::BTreeMap;
use std::path::Path;

use flows::check::{Severity, check};
use flows::edit::{Document, apply};
use flows::facts::{self, VersionState};
use flows::flow::Version;
use flows::json::Tree;
use flows::migrate::{MigrateError, Migration, MigrationStep, migrate};
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    #[expect(dead_code, reason = "for who reads the file")]
    about: String,
    to: Version,
    flow: Value,
    /// What is done, in order.
    changes: Vec<String>,
    /// What works differently.
    notes: Vec<String>,
    /// Rules that still find something.
    open: Vec<String>,
    /// Texts that must stand in the result.
    #[serde(default)]
    holds: Vec<String>,
}

#[test]
fn cases() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/migrate");
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let case: Case = serde_json::from_str(&std::fs::read_to_string(&path).unwrap())
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let text = serde_json::to_string_pretty(&case.flow).unwrap();
        let moved = migrate(&text, case.to).unwrap();
        keeps_its_word(&path.display().to_string(), &text, &moved);
        let what = |changes: &[MigrationStep]| -> Vec<String> {
            changes.iter().map(|change| change.what.clone()).collect()
        };
        assert_eq!(what(&moved.changes), case.changes, "{}", path.display());
        assert_eq!(what(&moved.notes), case.notes, "{}", path.display());
        let open: Vec<_> = moved.open.iter().map(|finding| finding.rule.clone()).collect();
        assert_eq!(open, case.open, "{}", path.display());
        for words in case.holds {
            assert!(moved.text.contains(&words), "{}: {words}\n{}", path.display(), moved.text);
        }
        seen += 1;
    }
    assert!(seen >= 5, "{seen} cases");
}

/// The text is what the edit makes, undo gives the bytes back, what is open is what the checks refuse, and there is
/// nothing to move any more.
fn keeps_its_word(name: &str, text: &str, moved: &Migration) {
    let document = Document::new("Test", text, BTreeMap::new());
    let applied = apply(&document, &moved.edit).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(applied.document.text(), moved.text, "{name}");
    let undone = applied.change.inverse().replay(&applied.document).unwrap();
    assert_eq!(undone.text(), text, "{name}");
    let mut refused = check(&Tree::parse(moved.text.clone()));
    refused.retain(|finding| finding.severity == Severity::Blocked);
    assert_eq!(refused, moved.open, "{name}");
    assert_eq!(migrate(&moved.text, moved.to), Err(MigrateError::AsNew(moved.to)), "{name}");
}

fn publishable() -> impl Iterator<Item = Version> {
    let all = &facts::versions().versions;
    all.iter().filter(|known| known.state == VersionState::Publishable).map(|known| known.version)
}

#[test]
fn every_example_can_be_moved_to_every_newer_version() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/conformance");
    let vectors: Value =
        serde_json::from_str(&std::fs::read_to_string(shared.join("flow-json-vectors.json")).unwrap())
            .unwrap();
    let mut texts: Vec<(String, String)> = vectors["vectors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|vector| (vector["id"].to_string(), serde_json::to_string_pretty(&vector["flow"]).unwrap()))
        .collect();
    for entry in std::fs::read_dir(shared.join("real-flows")).unwrap() {
        let path = entry.unwrap().path();
        let is_flow = path.extension().is_some_and(|end| end == "json") && !path.ends_with("index.json");
        if let (true, Ok(text)) = (is_flow, std::fs::read_to_string(&path)) {
            texts.push((path.display().to_string(), text));
        }
    }
    let (mut moved, mut clean_before, mut clean_after) = (0, 0, 0);
    let mut left = Vec::new();
    for (name, text) in &texts {
        let clean = check(&Tree::parse(text.clone())).iter().all(|f| f.severity != Severity::Blocked);
        for to in publishable() {
            let Ok(way) = migrate(text, to) else { continue };
            keeps_its_word(&format!("{name} to {to}"), text, &way);
            moved += 1;
            if clean {
                clean_before += 1;
                clean_after += usize::from(way.open.is_empty());
                left.extend(way.open.iter().map(|f| format!("{name} {} to {to}: {}", way.from, f.rule)));
            }
        }
    }
    eprintln!(
        "{moved} moves; of {clean_before} valid Flows {clean_after} stay valid by themselves; left: {left:#?}"
    );
    assert!(moved > 0 && clean_after * 10 >= clean_before * 9, "{clean_after} of {clean_before}");
}

#[test]
fn what_cannot_be_moved_says_why() {
    let seven = Version::new(7, 3);
    assert_eq!(migrate("{", seven), Err(MigrateError::Unreadable { line: 1 }));
    assert_eq!(migrate("{}", seven), Err(MigrateError::NoVersion));
    assert_eq!(migrate(r#"{"version": 7.3}"#, seven), Err(MigrateError::NoVersion));
    assert_eq!(migrate(r#"{"version": "9.9"}"#, seven), Err(MigrateError::NoVersion));
    assert_eq!(migrate(r#"{"version": "7.3"}"#, seven), Err(MigrateError::AsNew(seven)));
    let (frozen, recommended) = (Version::new(4, 0), facts::versions().recommended);
    assert_eq!(
        migrate(r#"{"version": "2.1"}"#, frozen),
        Err(MigrateError::NotPublishable(frozen, recommended))
    );
}
