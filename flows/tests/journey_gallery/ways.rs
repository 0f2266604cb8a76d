//! Which ways of a journey are walked: by its own runs, by people who come in by every start, and by those who do
//! something else at one point: nothing more happens, or they answer what does not fit, or tap something else.

use std::collections::{BTreeMap, BTreeSet};

use flows::engine::{ConsentState, Event, Inbound, Moment, Person, Wait, What};
use flows::gallery::{JourneyStarter, gallery_project};
use flows::journey::{Body, Journey, Length, Project, Role, Way};
use flows::simulate::{MONDAY, Persona, Script, Transcript, begin, perform, play, somebody_for};
use serde_json::Value;

/// Persons with as many different answers.
const SEEDS: u64 = 4;
/// Long enough for a season.
const DAYS: i64 = 100;

/// A way: a node and an output that is connected.
type Ways = BTreeSet<(String, String)>;

/// Connected ways that nobody walks.
pub(super) fn unwalked(starter: &JourneyStarter, source: &str) -> Ways {
    let mut left = all(super::journey(&gallery_project(starter.id, source)));
    for source in answering(source) {
        let project = gallery_project(starter.id, &source);
        for case in &starter.tests {
            walk(&project, &case.script, &mut left);
        }
    }
    let project = gallery_project(starter.id, source);
    for persona in [Persona::AtOnce, Persona::AfterADay] {
        for seed in 0..SEEDS {
            for script in performed(&project, persona, seed) {
                if left.is_empty() {
                    return left;
                }
                walk(&project, &script, &mut left);
            }
        }
    }
    left
}

/// All that are connected. A start has one, and a test of its own.
fn all(journey: &Journey) -> Ways {
    let acts = journey.nodes.iter().filter(|node| node.body.role() != Role::Trigger);
    acts.flat_map(|node| node.to.keys().map(|output| (node.id.0.clone(), output.clone()))).collect()
}

/// The journey, and with each other system that gives another of its answers first.
fn answering(source: &str) -> Vec<String> {
    let journey: Value = serde_json::from_str(source).unwrap();
    let mut journeys = vec![journey.to_string()];
    for (place, node) in journey["nodes"].as_array().unwrap().iter().enumerate() {
        let samples = node["samples"].as_array().map_or(0, Vec::len);
        journeys.extend((1..samples).map(|number| {
            let mut other = journey.clone();
            other["nodes"][place]["samples"].as_array_mut().unwrap().rotate_left(number);
            other.to_string()
        }));
    }
    journeys
}

/// What people of a kind do, by every start.
fn performed(project: &Project, persona: Persona, seed: u64) -> Vec<Script> {
    let (name, journey) = project.journeys.iter().next().unwrap();
    let starts = journey.nodes.iter().filter(|node| node.body.role() == Role::Trigger);
    let perform = |start: &flows::journey::JourneyNode| {
        let person = Person { consent: ConsentState::Given, seed, ..somebody_for(project, name, &start.id) };
        let event = begin(project, name, &start.id).unwrap();
        perform(project, persona, event, person, MONDAY, until(MONDAY)).0
    };
    starts.map(perform).collect()
}

fn until(from: Moment) -> Moment {
    from.after(Length::of_hours(24 * DAYS))
}

/// Plays a script, and what else may happen at each of its points.
fn walk(project: &Project, script: &Script, left: &mut Ways) {
    let consents = [ConsentState::Given, ConsentState::Unknown];
    for (consent, wished) in
        consents.into_iter().flat_map(|consent| wishes(project).map(move |wished| (consent, wished)))
    {
        let person = Person { consent, wished, ..script.person.clone() };
        let with = |events: Vec<_>| Script { person: person.clone(), events };
        walk_one(project, &with(script.events.clone()), left);
        for (number, (at, event)) in script.events.iter().enumerate().skip(1) {
            if left.is_empty() {
                return;
            }
            let before = &script.events[..number];
            walk_one(project, &with(before.to_vec()), left);
            if !matches!(event, Event::Wrote(_)) {
                continue;
            }
            for instead in instead(project, left) {
                let minutes = (0..3).map(|minutes| at.after(Length::of_minutes(minutes)));
                let said = minutes.map(|at| (at, Event::Wrote(instead.clone())));
                walk_one(project, &with(before.iter().cloned().chain(said).collect()), left);
            }
        }
    }
}

/// Each way of all splits once.
fn wishes(project: &Project) -> impl Iterator<Item = BTreeMap<String, String>> {
    let (name, journey) = project.journeys.iter().next().unwrap();
    let splits = journey.nodes.iter().filter_map(|node| match &node.body {
        Body::Split(split) => Some((format!("{name}/{}", node.id), &split.ways)),
        _ => None,
    });
    let splits: Vec<_> = splits.collect();
    let most = splits.iter().map(|(_, ways)| ways.len()).max().unwrap_or(1);
    (0..most).map(move |number| {
        let wish =
            |(place, ways): &(String, &Vec<Way>)| (place.clone(), ways[number % ways.len()].id.clone());
        splits.iter().map(wish).collect()
    })
}

/// Plays a script; whoever took over is done in the end.
fn walk_one(project: &Project, script: &Script, left: &mut Ways) {
    let transcript = play(project, script, until(MONDAY));
    taken(&transcript, left);
    let waiting = transcript.state.runs.iter().filter(|run| run.wait == Wait::Somebody);
    let done: Vec<_> = waiting.map(|run| (until(MONDAY), Event::Resolved { run: run.number })).collect();
    if !done.is_empty() {
        let events = script.events.iter().cloned().chain(done).collect();
        taken(&play(project, &Script { person: script.person.clone(), events }, until(MONDAY)), left);
    }
}

/// Words and a file that do not fit, and what can be tapped at a question that has a way left.
fn instead(project: &Project, left: &Ways) -> Vec<Inbound> {
    let unfit = [Inbound::Text("What do you mean?".to_owned()), Inbound::Media("media-wrong".to_owned())];
    let open: BTreeSet<&str> = left.iter().map(|(node, _)| node.as_str()).collect();
    let asks = super::journey(project).nodes.iter().filter_map(|node| match &node.body {
        Body::Ask(ask) if open.contains(node.id.0.as_str()) => Some(ask.message.answers()),
        _ => None,
    });
    let taps = asks.flatten().map(|answer| Inbound::Tapped { id: answer.id, words: answer.words });
    unfit.into_iter().chain(taps).collect()
}

/// Takes out the ways that were walked. Nothing is refused on any of them.
fn taken(transcript: &Transcript, ways: &mut Ways) {
    for entry in &transcript.entries {
        assert!(!matches!(entry.what, What::Refused { .. }), "{entry:?}");
        if let (What::Took { output }, Some((_, node))) = (&entry.what, &entry.place) {
            ways.remove(&(node.0.clone(), output.clone()));
        }
    }
}
