//! Templates as they were really made: read, kept byte for byte, and judged.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use flows::check::{DocumentKind, Severity, check_template};
use flows::facts;
use flows::json::Tree;
use flows::template::{ComponentType, Template};
use proptest::prelude::*;
use serde_json::Value;

const SHARED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared");

fn payloads() -> Vec<PathBuf> {
    let folder = Path::new(SHARED).join("conformance/payloads/templates");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.file_name().is_some_and(|name| name != "index.json"));
    paths.sort();
    paths
}

/// What Meta would refuse of them, each with the reason why we stand by it.
const REFUSED: [(&str, &str, &str); 6] = [
    ("T002.json", "template-name-wrong", "'<TEMPLATE_NAME>' is a placeholder of the page it comes from"),
    ("T005.json", "template-name-wrong", "the same placeholder"),
    ("T009.json", "template-name-wrong", "the same placeholder"),
    ("T014.json", "template-app-wrong", "the signature is percent-encoded: 13 letters instead of 11"),
    ("T017.json", "template-name-wrong", "the same placeholder"),
    ("T018.json", "template-name-wrong", "the same placeholder"),
];

#[test]
fn real_templates_are_kept_and_judged() {
    let mut refused = Vec::new();
    let paths = payloads();
    for path in &paths {
        let text = std::fs::read_to_string(path).unwrap();
        let tree = Tree::parse(text.as_str());
        assert_eq!(tree.text(), text, "{}", path.display());
        assert_eq!(tree.root().to_value(), serde_json::from_str::<Value>(&text).unwrap());
        assert_eq!(DocumentKind::of(&tree), DocumentKind::Template, "{}", path.display());
        let template = Template::of(&tree);
        assert!(template.category.is_some() && template.body().is_some(), "{}", path.display());
        assert!(
            template.components.iter().all(|part| part.kind != ComponentType::Other),
            "{}",
            path.display()
        );
        for finding in check_template(&tree).into_iter().filter(|f| f.severity == Severity::Blocked) {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            refused.push((name, finding.rule));
        }
    }
    let stood_by: Vec<_> =
        REFUSED.iter().map(|(file, rule, _)| ((*file).to_owned(), (*rule).to_owned())).collect();
    assert_eq!(refused, stood_by);
    println!("{} of {} real templates pass", paths.len() - REFUSED.len(), paths.len());
}

/// A part and a member of Meta's future are kept, said to be unknown, and refused by nothing.
#[test]
fn what_is_not_known_is_kept() {
    let text = r#"{"name":"a","language":"en","category":"UTILITY","novelty":1,"components":[
        {"type":"BODY","text":"Your order is ready for you","tone":"warm"},
        {"type":"HOLOGRAM","depth":3},
        {"type":"BUTTONS","buttons":[{"type":"TELEPORT","to":"shop"}]}]}"#;
    let tree = Tree::parse(text);
    let found = check_template(&tree);
    let rules: Vec<_> = found.iter().map(|f| (f.rule.as_str(), f.severity)).collect();
    assert_eq!(
        rules,
        [("template-part-unknown", Severity::Advice), ("template-part-unknown", Severity::Advice)]
    );
    assert_eq!(tree.text(), text);
}

#[test]
fn the_facts_are_those_of_the_reference() {
    let reference = std::fs::read_to_string(Path::new(SHARED).join("reference/cloud-api.json")).unwrap();
    let reference: Value = serde_json::from_str(&reference).unwrap();
    let templates = &reference["templates"];
    let ours = facts::template();
    let codes = |list: &Value, key: &str| -> Vec<String> {
        list.as_array().unwrap().iter().map(|entry| entry[key].to_string().replace('"', "")).collect()
    };
    let languages: Vec<String> = ours.languages.iter().map(|language| language.code.clone()).collect();
    assert_eq!(languages, codes(&templates["languages"]["value"], "code"));
    let subcodes: Vec<String> = ours.subcodes.keys().cloned().collect();
    assert_eq!(subcodes, codes(&templates["creation_subcodes"], "subcode"));
    let most: BTreeMap<&str, u64> = ours.buttons.iter().map(|b| (b.kind.as_str(), b.most as u64)).collect();
    for (kind, facts) in templates["buttons"].as_object().unwrap() {
        if let (Some(ours), Some(theirs)) = (most.get(kind.as_str()), facts["max"].as_u64()) {
            assert_eq!(*ours, theirs, "{kind}");
        }
    }
    for (category, lifetime) in &ours.lifetimes {
        let theirs = &templates["ttl"]["value"][category];
        assert_eq!(
            (Some(lifetime.min), Some(lifetime.max)),
            (theirs["min"].as_i64(), theirs["max"].as_i64())
        );
    }
}

proptest! {
    /// Whatever stands in the place of a value of a real template: an answer, no panic.
    #[test]
    fn any_template_gets_an_answer(which in any::<prop::sample::Index>(), text in "\\PC{0,60}", at in any::<prop::sample::Index>()) {
        let paths = payloads();
        let template = std::fs::read_to_string(&paths[which.index(paths.len())]).unwrap();
        let starts: Vec<usize> = template.char_indices().map(|(at, _)| at).collect();
        let (before, after) = template.split_at(starts[at.index(starts.len())]);
        check_template(&Tree::parse(format!("{before}{text}{after}")));
        let mut value: Value = serde_json::from_str(&template).unwrap();
        value["components"][0]["text"] = Value::String(text);
        let found = check_template(&Tree::parse(value.to_string()));
        prop_assert!(found.iter().all(|f| (1..=80).contains(&f.headline.chars().count())));
    }
}
