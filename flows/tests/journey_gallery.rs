//! Every finished journey is clean, what it uses is there, and its runs come out as they are written.
//!
//! `UPDATE=1 cargo test -p flows --test journey_gallery` plays the runs and writes down what came of them; whoever does
//! so reads every line.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

#[path = "journey_gallery/ways.rs"]
mod ways;

use std::collections::{BTreeMap, BTreeSet};

use flows::check::check_journey_of;
use flows::gallery::{JourneyStarter, UseCase, gallery_project, journey_starters, starter};
use flows::journey::{Body, Journey, JourneyNode, Project, Reach, Role};
use flows::json::Tree;
use flows::simulate::{check, play, record};
use serde_json::Value;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/gallery/journeys");

/// Each journey in its project.
fn journeys() -> Vec<(JourneyStarter, &'static str, Project)> {
    let of = |starter: JourneyStarter| {
        let sources: Vec<_> = starter.sources().collect();
        sources
            .into_iter()
            .map(move |(_, source)| (starter.clone(), source, gallery_project(starter.id, source)))
    };
    journey_starters().into_iter().flat_map(of).collect()
}

fn journey(project: &Project) -> &Journey {
    project.journeys.values().next().unwrap()
}

fn names(folder: &str) -> BTreeSet<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn every_folder_on_disk_is_a_starter() {
    let starters = journey_starters();
    assert_eq!(names(ROOT), starters.iter().map(|starter| starter.id.to_owned()).collect());
    for starter in starters {
        let mut files: BTreeSet<String> = ["starter.json", "tests.json"].map(str::to_owned).into();
        files.extend(starter.sources().map(|(language, _)| format!("{language}.json")));
        assert_eq!(names(&format!("{ROOT}/{}", starter.id)), files, "{}", starter.id);
    }
}

/// What may be said about a finished journey. Only the owner knows whether there are customers in the United States.
const ALLOWED: [&str; 1] = ["journey-us-numbers"];

#[test]
fn every_journey_is_clean_and_tells_what_it_is_for() {
    let mut wrong = Vec::new();
    for (starter, source, project) in journeys() {
        for language in ["en", "ar"] {
            let words = starter.words(language).unwrap();
            assert!(!words.title.is_empty() && words.about.ends_with('.'), "{}", starter.id);
        }
        let found = check_journey_of(&project, starter.id, &Tree::parse(source));
        let told = found.into_iter().filter(|found| !ALLOWED.contains(&found.rule.as_str()));
        wrong.extend(told.map(|found| format!("{} {}: {}", starter.id, found.rule, found.headline)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn its_templates_are_in_the_gallery_and_filled_by_the_right_values() {
    for (starter, _, project) in journeys() {
        let journey = journey(&project);
        for node in &journey.nodes {
            let place = format!("{} {}", starter.id, node.id);
            for sent in node.body.sends() {
                let (Reach::Template(used) | Reach::InWindow(Some(used))) = sent.reach else { continue };
                let known = project
                    .template(used, &journey.settings.language)
                    .unwrap_or_else(|| panic!("{place}: {} is not in the gallery", used.name));
                let filled: BTreeSet<&str> = used.values.keys().map(String::as_str).collect();
                let wanted: BTreeSet<&str> = known.variables.iter().map(String::as_str).collect();
                assert_eq!(filled, wanted, "{place}: {}", used.name);
            }
        }
    }
}

/// A question that a template asks where the 24 hours are over is answered by the words of its buttons.
#[test]
fn a_template_that_asks_instead_has_the_buttons_of_the_question() {
    for (starter, _, project) in journeys() {
        let journey = journey(&project);
        for node in &journey.nodes {
            let Body::Ask(ask) = &node.body else { continue };
            let Some(used) = &ask.if_closed else { continue };
            let known = project.template(used, &journey.settings.language).unwrap();
            let buttons: Vec<String> = ask.message.answers().into_iter().map(|answer| answer.words).collect();
            assert_eq!(buttons, known.quick_replies, "{} {}", starter.id, node.id);
        }
    }
}

/// Names in what a Flow answers with when it is through.
fn answers_of(flow: &Value, out: &mut BTreeSet<String>) {
    if flow["name"] == "complete" {
        out.extend(flow["payload"].as_object().unwrap().keys().cloned());
    }
    match flow {
        Value::Object(members) => members.values().for_each(|member| answers_of(member, out)),
        Value::Array(items) => items.iter().for_each(|item| answers_of(item, out)),
        _ => (),
    }
}

#[test]
fn its_flows_are_in_the_gallery_and_answer_what_is_kept() {
    let mut flows = 0;
    for (starter, _, project) in journeys() {
        for node in &journey(&project).nodes {
            let Body::Flow(flow) = &node.body else { continue };
            let name = flow.message.0.pointer("/interactive/action/parameters/flow_name").unwrap();
            let opened = starter_of(name.as_str().unwrap());
            let mut answers = BTreeSet::new();
            answers_of(&serde_json::from_str(opened).unwrap(), &mut answers);
            let kept: BTreeSet<String> = flow.gives.keys().map(|name| name.0.clone()).collect();
            assert!(kept.is_subset(&answers), "{} {}: {kept:?} of {answers:?}", starter.id, node.id);
            flows += 1;
        }
    }
    assert!(flows >= 7, "{flows}");
}

fn starter_of(name: &str) -> &'static str {
    starter(name).unwrap_or_else(|| panic!("{name} is not in the gallery")).source("en").unwrap()
}

#[test]
fn every_journey_goes_through_all_five_stages_and_can_be_stopped() {
    for (starter, _, project) in journeys() {
        let journey = journey(&project);
        let acts = || journey.nodes.iter().filter(|node| node.body.role() != Role::Note);
        let stages: BTreeSet<_> = acts().filter_map(|node| node.stage).collect();
        assert_eq!(stages.len(), 5, "{}", starter.id);
        assert!((18..=39).contains(&acts().count()), "{} has {} steps", starter.id, acts().count());
        for wanted in [true, false] {
            let is = |node: &JourneyNode| matches!(&node.body, Body::Consent(consent) if consent.marketing == wanted);
            assert!(acts().any(is), "{}: consent {wanted}", starter.id);
        }
        assert!(journey.settings.quiet_hours.is_some(), "{}", starter.id);
    }
}

#[test]
fn every_tour_has_a_few_stops_at_steps_that_are_there() {
    for (starter, _, project) in journeys() {
        assert!((3..=5).contains(&starter.tour.len()), "{}", starter.id);
        let nodes: BTreeSet<_> = starter.tour.iter().map(|stop| &stop.node).collect();
        assert_eq!(nodes.len(), starter.tour.len(), "{}", starter.id);
        for stop in &starter.tour {
            assert!(journey(&project).node(&stop.node).is_some(), "{} {}", starter.id, stop.node);
            let [english, arabic] = ["en", "ar"].map(|language| stop.text(language));
            for text in [english, arabic] {
                assert!(text.ends_with('.') && text.chars().count() <= 120, "{}: {text}", starter.id);
            }
            assert_ne!(english, arabic, "{} {}", starter.id, stop.node);
        }
    }
}

/// Whether a journey has what a use case is made of.
fn shows(project: &Project, case: UseCase) -> bool {
    let journey = journey(project);
    let is = |wanted: &dyn Fn(&Body) -> bool| journey.nodes.iter().any(|node| wanted(&node.body));
    let sends = |name: &str| {
        let sent = journey.nodes.iter().flat_map(|node| node.body.sends());
        sent.into_iter().any(|sent| match sent.reach {
            Reach::Template(used) | Reach::InWindow(Some(used)) => used.name == name,
            Reach::InWindow(None) => false,
        })
    };
    let event = |name: &str| is(&|body| matches!(body, Body::Event(event) if event.event == name));
    let links = || {
        let texts = journey.nodes.iter().flat_map(|node| node.body.sends()).filter_map(|sent| sent.payload);
        texts.flat_map(|payload| payload.texts()).any(|text| text.contains("/review"))
    };
    match case {
        UseCase::OrderTracking => is(&|body| matches!(body, Body::Shop(_) | Body::Http(_))),
        UseCase::Faq => is(&|body| matches!(body, Body::Faq(_))),
        UseCase::Booking => is(&|body| matches!(body, Body::Calendar(_))),
        UseCase::LeadQualification => is(&|body| matches!(body, Body::Crm(_))),
        UseCase::AfterDeliverySurvey => event("order_placed") && sends("order_survey"),
        UseCase::AbandonedCart => event("cart_left") && sends("abandoned_cart"),
        UseCase::Review => sends("review_request") || links(),
        UseCase::Referral => sends("referral"),
        UseCase::Vip => is(&|body| matches!(body, Body::Tag(_))) && sends("vip_invite"),
    }
}

#[test]
fn together_they_cover_every_use_case_and_each_has_what_it_says() {
    let mut covered = BTreeSet::new();
    for (starter, _, project) in journeys() {
        assert!(!starter.trades.is_empty() && !starter.covers.is_empty(), "{}", starter.id);
        for case in &starter.covers {
            assert!(shows(&project, *case), "{} does not show {case:?}", starter.id);
        }
        covered.extend(starter.covers);
    }
    assert_eq!(covered, UseCase::ALL.into());
}

#[test]
fn every_run_comes_out_as_it_is_written() {
    if std::env::var_os("UPDATE").is_some() {
        return update();
    }
    let mut wrong = Vec::new();
    for starter in journey_starters() {
        let (_, source) = starter.sources().find(|(language, _)| *language == "en").unwrap();
        let project = gallery_project(starter.id, source);
        let cases: BTreeMap<&str, _> = starter.tests.iter().map(|case| (case.name.as_str(), case)).collect();
        assert!(cases.len() >= 3 && cases.len() == starter.tests.len(), "{}", starter.id);
        let goals = |line: &String| line.starts_with("reached ");
        assert!(
            starter.tests.iter().flat_map(|case| case.expect.iter().flatten()).any(goals),
            "{}",
            starter.id
        );
        for (name, case) in cases {
            let different = check(&project, case);
            wrong.extend(
                different
                    .into_iter()
                    .map(|it| format!("{} '{name}' {}: {}", starter.id, it.line, it.sentence)),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Plays what stands on disk, and writes what came of it.
fn update() {
    for folder in names(ROOT) {
        let path = format!("{ROOT}/{folder}/tests.json");
        let project =
            gallery_project(&folder, &std::fs::read_to_string(format!("{ROOT}/{folder}/en.json")).unwrap());
        let mut cases: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        for value in &mut cases {
            let case: flows::simulate::Case = serde_json::from_value(value.clone()).unwrap();
            let timed = case.expect.iter().flatten().any(|line| line.starts_with("at "));
            let transcript = play(&project, &case.script, case.until);
            value["expect"] = record(&case.name, case.script, case.until, &transcript, timed).expect.into();
        }
        std::fs::write(path, format!("{}\n", serde_json::to_string_pretty(&cases).unwrap())).unwrap();
    }
}

#[test]
fn every_way_of_every_journey_is_walked() {
    for (starter, source, _) in journeys() {
        let left = ways::unwalked(&starter, source);
        assert_eq!(left, BTreeSet::new(), "{}", starter.id);
    }
}
