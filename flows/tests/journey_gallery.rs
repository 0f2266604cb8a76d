//! Every finished journey is clean, and what it uses is there.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use flows::check::check_journey_of;
use flows::gallery::{gallery_project, journey_starters};
use flows::journey::{Body, Reach, Role};
use flows::json::Tree;

#[test]
fn every_journey_is_clean_and_tells_what_it_is_for() {
    for starter in journey_starters() {
        for language in ["en", "ar"] {
            let words = starter.words(language).unwrap();
            assert!(!words.title.is_empty() && words.about.ends_with('.'), "{}", starter.id);
        }
        for (language, source) in starter.sources() {
            let project = gallery_project(starter.id, source);
            let found = check_journey_of(&project, starter.id, &Tree::parse(source));
            assert_eq!(found, [], "{} {language}", starter.id);
        }
    }
}

#[test]
fn its_templates_and_flows_are_in_the_gallery_and_filled_by_the_right_values() {
    for starter in journey_starters() {
        for (_, source) in starter.sources() {
            let project = gallery_project(starter.id, source);
            let journey = project.journeys.values().next().unwrap();
            for node in &journey.nodes {
                let place = format!("{} {}", starter.id, node.id);
                for sent in node.body.sends() {
                    let (Reach::Template(used) | Reach::InWindow(Some(used))) = sent.reach else { continue };
                    let known = project
                        .template(used, &journey.settings.language)
                        .unwrap_or_else(|| panic!("{place}: {} is not in the gallery", used.name));
                    let mut filled: Vec<&str> = used.values.keys().map(String::as_str).collect();
                    let mut wanted: Vec<&str> = known.variables.iter().map(String::as_str).collect();
                    filled.sort_unstable();
                    wanted.sort_unstable();
                    assert_eq!(filled, wanted, "{place}: {}", used.name);
                }
                if let Body::Flow(flow) = &node.body {
                    let name = flow.message.0.pointer("/interactive/action/parameters/flow_name").unwrap();
                    assert!(project.flows.iter().any(|known| known == name), "{place}: {name}");
                }
            }
        }
    }
}

#[test]
fn every_journey_goes_through_all_five_stages_and_asks_for_consent() {
    for starter in journey_starters() {
        for (_, source) in starter.sources() {
            let project = gallery_project(starter.id, source);
            let journey = project.journeys.values().next().unwrap();
            let acts = journey.nodes.iter().filter(|node| node.body.role() != Role::Note);
            let stages: std::collections::BTreeSet<_> = acts.filter_map(|node| node.stage).collect();
            assert_eq!(stages.len(), 5, "{}", starter.id);
            assert!(journey.nodes.iter().any(|node| matches!(node.body, Body::Consent(_))), "{}", starter.id);
        }
    }
}
