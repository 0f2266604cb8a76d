//! Meta's error codes in plain words.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeSet;

use flows::facts::{ErrorFacts, Retry, Sent, error, errors};
use serde::Deserialize;

/// What the reference says.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Reference {
    codes: Vec<u32>,
    ranges: Vec<(u32, u32)>,
    send_again: Vec<u32>,
}

fn reference() -> Reference {
    serde_json::from_str(include_str!("errors/codes.json")).unwrap()
}

#[test]
fn every_code_of_the_reference_is_there_once() {
    let reference = reference();
    assert_eq!(reference.codes.len(), 121);
    let ours: Vec<u32> = errors().iter().map(|error| error.code).collect();
    let unique: BTreeSet<u32> = ours.iter().copied().collect();
    assert_eq!(ours, unique.iter().copied().collect::<Vec<_>>(), "by number, each once");
    let begins = reference.ranges.iter().map(|(from, _)| *from);
    assert_eq!(unique, reference.codes.iter().copied().chain(begins).collect());
    for (from, to) in reference.ranges {
        for code in from..=to {
            assert_eq!(error(code, None).map(|found| found.code), Some(from), "{code}");
        }
        assert_ne!(error(to + 1, None).map(|found| found.code), Some(from));
    }
    assert_eq!(error(999_999, None), None);
}

/// Only what Meta surely did not take may be sent again as it is.
#[test]
fn a_message_is_sent_again_at_once_only_where_the_reference_says_so() {
    let reference = reference();
    for error in errors().iter().filter(|error| error.sent.is_some()) {
        let may = error.retry == Retry::SafeNow;
        assert_eq!(may, reference.send_again.contains(&error.code), "{}", error.code);
        assert!(error.retry != Retry::LookFirst || error.sent == Some(Sent::Unknown), "{}", error.code);
        assert!(error.sent != Some(Sent::Unknown) || error.retry == Retry::LookFirst, "{}", error.code);
    }
    for error in errors() {
        assert!(error.wait_minutes.is_none() || error.retry == Retry::Later, "{}", error.code);
    }
}

#[test]
fn a_subcode_with_a_meaning_of_its_own_comes_first() {
    let code = |code, subcode| error(code, subcode).map(|found: &ErrorFacts| found.code);
    assert_eq!(code(100, Some(2_388_299)), Some(2_388_299));
    assert_eq!(code(190, Some(463)), Some(190));
    assert_eq!(code(190, Some(200)), Some(190), "a small subcode is no code");
    assert_eq!(code(130_429, Some(2_494_055)), Some(130_429));
    assert_eq!(code(999_999, Some(2_388_024)), Some(2_388_024));
}

/// Words that only programmers know.
const JARGON: [&str; 18] = [
    "payload",
    "endpoint",
    "json",
    "webhook",
    "api",
    "token",
    "parameter",
    "http",
    "waba",
    "cursor",
    "hash",
    "sdk",
    "tier",
    "subcode",
    "null",
    "timeout",
    "throughput",
    "opt-in",
];

#[test]
fn sentences_are_short_and_plain() {
    for error in errors() {
        for sentence in [&error.happened, &error.todo] {
            assert!(sentence.split_whitespace().count() <= 20, "{sentence}");
            assert!(sentence.ends_with('.') && sentence.matches(['.', '!', '?']).count() == 1, "{sentence}");
            assert!(sentence.starts_with(char::is_uppercase), "{sentence}");
            let lower = sentence.to_lowercase();
            let words = lower.split(|c: char| !c.is_alphanumeric() && c != '-');
            let plain = |word: &str| word.strip_suffix('s').unwrap_or(word).to_owned();
            let jargon: Vec<_> = words.filter(|word| JARGON.contains(&plain(word).as_str())).collect();
            assert!(jargon.is_empty(), "{jargon:?} in {sentence}");
        }
        assert_ne!(error.happened, error.todo);
    }
}
