//! No text makes the domain fail: real Flows, broken at random, and bombs.
//!
//! A hundred broken Flows in every run; `WAYMARK_MUTATIONS=10000 cargo test --release -p flows --test hostile --
//! --nocapture` for the deep run. What a fuzzer finds goes to `hostile/` and is tried in every run.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

#[path = "hostile/bombs.rs"]
mod bombs;
#[path = "hostile/mutate.rs"]
mod mutate;
#[path = "hostile/swarms.rs"]
mod swarms;
#[path = "../fuzz/targets.rs"]
mod targets;

use std::path::Path;
use std::time::{Duration, Instant};

use flows::check::{Severity, check};
use flows::json::Tree;
use mutate::Dice;

/// Real Flows and the gallery.
fn flows() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/conformance/real-flows");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| !path.ends_with("index.json"));
    paths.sort();
    let mut flows: Vec<String> = paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    for starter in flows::gallery::starters() {
        flows.extend(
            starter.languages.iter().filter_map(|language| starter.source(language)).map(str::to_owned),
        );
    }
    flows
}

fn mutations() -> u64 {
    std::env::var("WAYMARK_MUTATIONS").map_or(100, |count| count.parse().expect("a number"))
}

#[test]
fn a_real_flow_broken_at_random_is_got_over() {
    let flows = flows();
    assert!(flows.len() > 36);
    let (mut invalid, mut no_json, mut slowest) = (0, 0, Duration::ZERO);
    for seed in 0..mutations() {
        let text = mutate::mutate(&flows, &mut Dice(seed));
        for (name, target) in targets::ALL {
            // The text as an expression is for texts of that size.
            let text = if name == "expression" { mutate::short(&text, seed) } else { text.as_str() };
            let begun = Instant::now();
            let done = std::panic::catch_unwind(|| target(text));
            slowest = slowest.max(begun.elapsed());
            assert!(done.is_ok(), "target {name}, seed {seed}");
        }
        let tree = Tree::parse(text);
        let found = check(&tree);
        no_json += u32::from(tree.error().is_some());
        invalid += u32::from(found.iter().any(|finding| finding.severity == Severity::Blocked));
    }
    assert!(no_json > 0 && invalid > no_json, "broken in all sorts of ways: {no_json}, {invalid}");
    println!(
        "{} broken Flows: {no_json} no JSON, {invalid} not valid, each with a place; slowest step {} ms",
        mutations(),
        slowest.as_millis()
    );
}

/// Journeys of the gallery, each in all its languages.
fn journeys() -> Vec<String> {
    let starters = flows::gallery::journey_starters();
    starters
        .iter()
        .flat_map(flows::gallery::JourneyStarter::sources)
        .map(|(_, source)| source.to_owned())
        .collect()
}

#[test]
fn a_journey_broken_at_random_is_got_over() {
    let journeys: Vec<String> = journeys().iter().map(|text| some_steps(text)).collect();
    assert!(journeys.len() >= 12);
    let mut understood = 0;
    for seed in 0..mutations() {
        let text = mutate::mutate(&journeys, &mut Dice(seed));
        for (name, target) in [("journey", targets::journey as fn(&str)), ("project", targets::project)] {
            assert!(std::panic::catch_unwind(|| target(&text)).is_ok(), "target {name}, seed {seed}");
        }
        understood += u32::from(!flows::journey::Journey::read(&Tree::parse(text)).nodes.is_empty());
    }
    assert!(u64::from(understood) * 3 > mutations(), "{understood} still have steps");
}

/// A journey without its later steps: as many as the target looks at.
fn some_steps(text: &str) -> String {
    let mut journey: serde_json::Value = serde_json::from_str(text).unwrap();
    journey["nodes"].as_array_mut().unwrap().truncate(40);
    serde_json::to_string_pretty(&journey).unwrap()
}

#[test]
fn what_was_found_once_stays_mended() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "txt") {
            let text = std::fs::read_to_string(&path).unwrap();
            for (_, target) in targets::ALL {
                target(&text);
            }
        }
    }
}

#[test]
fn bombs_end_in_a_finding_or_in_a_value() {
    for bomb in bombs::all() {
        let tree = Tree::parse(bomb.text);
        let found = check(&tree);
        assert!(!found.is_empty(), "{}", bomb.name);
        assert_eq!(tree.error().map(|error| error.kind), bomb.refused, "{}", bomb.name);
    }
}

/// However often a mistake stands in a Flow, what is said of it can be read, and sent to a window.
#[test]
fn of_a_swarm_of_mistakes_only_so_many_are_told() {
    const MOST_FINDINGS: usize = 500;
    const MOST_PLACES: usize = 1_000;
    let swarms = swarms::all();
    assert!(swarms.len() > 100);
    let mut full = 0;
    for swarm in swarms {
        let tree = Tree::parse(swarm.text(60_000));
        let found = check(&tree);
        assert!(tree.error().is_none(), "{}: {:?}", swarm.0, tree.error());
        assert!(found.len() <= MOST_FINDINGS, "{}: {} findings", swarm.0, found.len());
        let places = found.iter().map(|finding| finding.more_places.len()).max().unwrap_or_default();
        assert!(places < MOST_PLACES, "{}: {places} more places", swarm.0);
        full += u32::from(found.len() == MOST_FINDINGS);
    }
    assert!(full > 50, "only {full} reach the limit");
}
