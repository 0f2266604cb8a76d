//! Every rule has cases: at least one where it finds something, and one where it does not.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail")]

use std::collections::BTreeSet;

use flows::check::{DocumentKind, explain, rule_ids};
use flows::facts;
use serde::Deserialize;
use serde_json::Value;

#[path = "rules/cases.rs"]
mod cases;

#[test]
fn every_rule_finds_what_its_cases_say() {
    let mut faults = Vec::new();
    for rule in rule_ids() {
        let cases = cases::of(rule);
        if !cases.iter().any(|(_, case)| case.at.is_empty())
            || !cases.iter().any(|(_, case)| !case.at.is_empty())
        {
            faults.push(format!("{rule} lacks cases"));
        }
        for (path, case) in cases {
            let all = case.found();
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
            for finding in all.iter().filter(|finding| finding.rule == rule) {
                let said = format!("{}\n{}", finding.headline, finding.why);
                let missing = case.says.iter().filter(|part| !said.contains(part.as_str()));
                faults.extend(missing.map(|part| format!("{path}: \"{part}\" is not in: {said}")));
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
fn what_is_found_in_a_journey_at_once_is_the_same_but_for_buttons() {
    let (mut looked_at, mut mended) = (0, 0);
    for (path, case) in rule_ids().flat_map(cases::of) {
        let Some(at_once) = case.found_at_once() else { continue };
        let mut found = case.found();
        mended += found.iter().filter(|finding| !finding.fixes.is_empty()).count();
        for finding in &mut found {
            finding.fixes.clear();
        }
        assert_eq!(at_once, found, "{path}");
        looked_at += 1;
    }
    assert!(looked_at > 50 && mended > 10, "{looked_at} journeys, {mended} findings with buttons");
}

#[test]
fn no_case_belongs_to_a_rule_that_is_gone() {
    let known: BTreeSet<&str> = rule_ids().collect();
    for entry in std::fs::read_dir(cases::folder()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(name == "cases.rs" || known.contains(name.as_str()), "{name}");
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
            let is_known = match text.about {
                DocumentKind::Flow => codes.contains(code.as_str()),
                DocumentKind::Template => is_template_code(code),
                // The test of messages holds them against the reference.
                DocumentKind::Message | DocumentKind::Journey => true,
            };
            assert!(is_known, "{rule}: {code}");
        }
    }
    assert_eq!(explain("no-such-rule"), None);
}

/// An error of the Graph API, one of its subcodes, or a reason of rejection.
fn is_template_code(code: &str) -> bool {
    ["100", "132005", "INVALID_FORMAT"].contains(&code) || facts::template().subcodes.contains_key(code)
}

/// Every code that Meta can give has a case that gives it, or a reason why none does.
#[test]
fn every_code_of_metas_is_given_by_a_case_or_has_a_reason() {
    let mut given = BTreeSet::new();
    let mut faults = Vec::new();
    for rule in rule_ids() {
        for (path, case) in cases::of(rule) {
            let found = case.found();
            for code in found.into_iter().filter(|f| f.rule == rule).filter_map(|f| f.meta_code) {
                if !explain(rule).unwrap().codes.contains(&code) {
                    faults.push(format!("{path}: {code} is none of the rule's"));
                }
                given.insert(code);
            }
        }
    }
    for code in facts::error_codes() {
        match (&code.ungiven, given.contains(&code.code)) {
            (None, true) => {}
            (None, false) => faults.push(format!("{}: no case gives it", code.code)),
            (Some(_), true) => faults.push(format!("{}: given, and a reason says that it is not", code.code)),
            (Some(reason), false) => assert!(reason.len() > 10, "{}", code.code),
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(facts::error_codes().iter().filter(|code| code.emitted && code.ungiven.is_some()).count() <= 2);
}

#[test]
fn the_codes_are_those_of_the_reference() {
    #[derive(Deserialize)]
    struct Listed {
        code: String,
        documented: bool,
        emitted_by_client_2026_08: bool,
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/reference/flow-json.json");
    let reference: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let listed = &reference["validation"]["catalogue"];
    let listed: Vec<Listed> = serde_json::from_value(listed.clone()).unwrap();
    let listed: Vec<_> =
        listed.into_iter().map(|c| (c.code, c.documented, c.emitted_by_client_2026_08)).collect();
    let ours: Vec<_> =
        facts::error_codes().iter().map(|c| (c.code.clone(), c.documented, c.emitted)).collect();
    assert_eq!(ours, listed);
}
