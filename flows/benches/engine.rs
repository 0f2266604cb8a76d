//! How fast journeys run. Promise: at least 20,000 steps per second on one core, with the person's state read and
//! written back at each.
//!
//! The journey asks two questions; a person comes in by a word, taps, and writes.

#![expect(clippy::unwrap_used, reason = "a benchmark may stop")]

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use flows::engine::{Entry, Event, Inbound, Moment, Person, State, What, step};
use flows::journey::{Journey, Project};
use flows::json::Tree;
use serde_json::json;

mod bars;

use bars::{medians, ms, promise};

const ROUNDS: usize = 20;
const PEOPLE: u64 = 500;
const PROMISED: f64 = 20_000.0;

fn journey() -> Project {
    let button = |id: &str, title: &str| json!({"type": "reply", "reply": {"id": id, "title": title}});
    let journey = json!({
        "journey": 1,
        "settings": {"language": "en", "quiet_hours": {"from": "21:00", "to": "09:00"}, "expires": "30d"},
        "nodes": [
            {"id": "start", "kind": "keyword", "words": ["book", "appointment"], "to": {"next": "which"}},
            {"id": "which", "kind": "ask", "expects": "choice", "save": "service", "timeout": "20h",
                "message": {"type": "interactive", "interactive": {"type": "button",
                    "body": {"text": "Hello {{first_name}}, what would you like?"},
                    "action": {"buttons": [button("cut", "A cut"), button("color", "Colour")]}}},
                "to": {"answer:cut": "name", "answer:color": "name", "else": "end", "no_answer": "end"}},
            {"id": "name", "kind": "ask", "expects": {"text": {}}, "save": "first_name", "timeout": "20h",
                "message": {"type": "text", "text": {"body": "What is your name?"}},
                "to": {"next": "thanks", "else": "end", "no_answer": "end"}},
            {"id": "thanks", "kind": "send", "messages": [{"type": "text", "text": {"body": "Thank you, {{first_name}}."}}],
                "to": {"next": "booked"}},
            {"id": "booked", "kind": "goal", "name": "booked", "ends": true},
            {"id": "end", "kind": "end"}
        ]
    });
    Project::of("booking", Journey::read(&Tree::parse(journey.to_string())))
}

fn main() -> ExitCode {
    // `cargo test --all-targets` starts benchmarks too; they only run when asked for
    if !std::env::args().any(|arg| arg == "--bench") {
        return ExitCode::SUCCESS;
    }
    let project = journey();
    let events = [
        Event::Wrote(Inbound::Text("Apointment".to_owned())),
        Event::Wrote(Inbound::Tapped { id: "cut".to_owned(), words: "A cut".to_owned() }),
        Event::Wrote(Inbound::Text("Ana".to_owned())),
    ];
    let people: Vec<String> = (0..PEOPLE)
        .map(|seed| {
            let person = Person { seed, zone: "Europe/Berlin".to_owned(), ..Person::default() };
            serde_json::to_string(&State::new(person)).unwrap()
        })
        .collect();
    let [all] = medians(
        ROUNDS,
        [&mut || {
            let start = Instant::now();
            for person in &people {
                black_box(through(&project, person, &events));
            }
            start.elapsed()
        }],
    );
    let count = people.len() * events.len();
    let per_second = steps_per_second(count, all);
    println!("{PEOPLE} people, {} steps each, {ROUNDS} rounds; median: {:.1} ms", events.len(), ms(all));
    let kept = promise(
        "steps of a journey with two questions",
        &format!("{per_second:.0} a second"),
        &format!("at least {PROMISED:.0}"),
        per_second >= PROMISED,
    );
    if kept { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Leads a person through, and sees to it that they came to the end.
fn through(project: &Project, person: &str, events: &[Event]) -> Vec<Entry> {
    let mut written = person.to_owned();
    let mut told = Vec::new();
    for (event, at) in events.iter().zip((1_772_359_200_000..).step_by(60_000)) {
        let state: State = serde_json::from_str(&written).unwrap();
        let (state, entries) = step(project, state, event, Moment(at));
        written = serde_json::to_string(&state).unwrap();
        told = entries;
    }
    assert!(told.iter().any(|entry| matches!(entry.what, What::Reached { .. })), "nobody booked");
    told
}

fn steps_per_second(steps: usize, taken: Duration) -> f64 {
    f64::from(u32::try_from(steps).unwrap()) / taken.as_secs_f64()
}
