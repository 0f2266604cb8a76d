//! How fast a journey is looked at whole, beside its project, as after every edit. Promise: of 1,008 nodes within 16 ms, one
//! picture of the screen, in 99 of 100 looks, whatever is wrong with it. To try the buttons takes a look for each; that is
//! measured beside it.
//!
//! The journeys are 84 times the same twelve steps, with other texts: a start, a question with buttons, texts, a wait, a
//! branch on the window, templates and a person. The project has two hundred templates and nine other journeys.

#![expect(clippy::indexing_slicing, reason = "a benchmark may stop")]

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use flows::check::{Diagnostic, check_journey_of, look_at_journey_of};
use flows::journey::Project;
use flows::json::Tree;
use serde_json::{Value, json};

mod bars;

use bars::{ms, promise};

/// Rounds, and those of what takes long.
const ROUNDS: usize = 200;
const FEW: usize = 10;
const PARTS: usize = 84;
const STEPS: usize = 12;
const TEMPLATES: usize = 200;
const JOURNEYS: usize = 9;
const AT_ONCE: Duration = Duration::from_millis(16);

fn main() -> ExitCode {
    // `cargo test --all-targets` starts benchmarks too; they only run when asked for
    if !std::env::args().any(|arg| arg == "--bench") {
        return ExitCode::SUCCESS;
    }
    let project = project();
    let mut kept = true;
    for (what, wrong) in [("nothing wrong", 0), ("20 things wrong", 20), ("everything wrong", PARTS)] {
        let text = journey(PARTS, wrong).to_string();
        let kilobytes = text.len() / 1000;
        let (times, found) =
            measured(ROUNDS, || look_at_journey_of(&project, "main", &Tree::parse(text.as_str())));
        kept &= promise(
            &format!("a look at {} nodes ({kilobytes} kB), {what}", PARTS * STEPS),
            &format!("{}, {} findings", in_words(&times), found.len()),
            &format!("p99 at most {} ms", AT_ONCE.as_millis()),
            part(&times, 99) <= AT_ONCE,
        );
        let (times, found) =
            measured(FEW, || check_journey_of(&project, "main", &Tree::parse(text.as_str())));
        let buttons: usize = found.iter().map(|finding| finding.fixes.len()).sum();
        // Nobody waits for it: nothing is promised
        println!("       and with its buttons tried: {}, {buttons} buttons", in_words(&times));
    }
    if kept { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Times of so many rounds, sorted, and what the last one found.
fn measured(rounds: usize, check: impl Fn() -> Vec<Diagnostic>) -> (Vec<Duration>, Vec<Diagnostic>) {
    let (mut times, mut found) = (Vec::with_capacity(rounds), Vec::new());
    for _ in 0..rounds {
        let start = Instant::now();
        found = black_box(check());
        times.push(start.elapsed());
    }
    times.sort_unstable();
    (times, found)
}

fn part(times: &[Duration], part: usize) -> Duration {
    times.get(times.len() * part / 100).copied().unwrap_or_default()
}

fn in_words(times: &[Duration]) -> String {
    format!(
        "at best {:.1} ms, p50 {:.1} ms, p99 {:.1} ms",
        ms(part(times, 0)),
        ms(part(times, 50)),
        ms(part(times, 99))
    )
}

fn project() -> Project {
    let mut project = Project::default();
    for number in 0..TEMPLATES {
        let (category, footer) = if number % 2 == 0 {
            ("UTILITY", "Salon Amber")
        } else {
            ("MARKETING", "Reply STOP to get no more offers")
        };
        let template = json!({"name": format!("template_{number}"), "language": "en", "category": category,
            "components": [
                {"type": "BODY", "text": "Hello {{1}}, this is the salon round the corner",
                 "example": {"body_text": [["Ana"]]}},
                {"type": "FOOTER", "text": footer},
                {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Call me"}]}]});
        project.add("", &Tree::parse(template.to_string()));
    }
    for number in 0..JOURNEYS {
        project.add(&format!("journey-{number}"), &Tree::parse(journey(5, 0).to_string()));
    }
    project.add("main", &Tree::parse(journey(PARTS, 0).to_string()));
    project
}

/// The same twelve steps again and again; in some of them a text comes too late and a question waits for ever.
fn journey(parts: usize, wrong: usize) -> Value {
    let nodes: Vec<Value> =
        (0..parts).flat_map(|part| steps(part, part * wrong % parts.max(1) < wrong)).collect();
    json!({"journey": 1,
        "settings": {"language": "en", "quiet_hours": {"from": "21:00", "to": "09:00"}, "marketing_per_week": 2},
        "data": {"size": {"type": "text", "sample": "L"}}, "nodes": nodes})
}

fn steps(part: usize, wrong: bool) -> Vec<Value> {
    let id = |name: &str| format!("{name}-{part}");
    let text = |words: &str| json!({"type": "text", "text": {"body": format!("{words} ({part})")}});
    let button = |id: &str, title: &str| json!({"type": "reply", "reply": {"id": id, "title": title}});
    let question = json!({"type": "interactive", "interactive": {"type": "button",
        "body": {"text": format!("Hello {{{{first_name}}}}, what can we do for you? ({part})")},
        "action": {"buttons": [button("a", "A cut"), button("b", "Colour"), button("c", "A person")]}}});
    let template = |number: usize| format!("template_{number}");
    let mut ask = json!({"id": id("ask"), "kind": "ask", "stage": "awareness", "title": "What would you like?",
        "message": question, "expects": "choice", "save": "size",
        "to": {"answer:a": id("price"), "answer:b": id("price"), "answer:c": id("person"), "else": id("person")}});
    let mut later = json!({"id": id("later"), "kind": "branch", "stage": "decision", "title": "In time?",
        "cases": [{"id": "open", "name": "In time", "when": "window_open"}],
        "to": {"case:open": id("last"), "else": id("reminder")}});
    if wrong {
        later["to"]["else"] = json!(id("last"));
    } else {
        ask["timeout"] = json!("12h");
        ask["to"]["no_answer"] = json!(id("wait"));
    }
    vec![
        json!({"id": id("start"), "kind": "keyword", "stage": "awareness", "title": "Writes",
            "words": [format!("book {part}")], "to": {"next": id("ask")}}),
        ask,
        json!({"id": id("price"), "kind": "send", "stage": "consideration", "title": "Prices",
            "messages": [text("A cut from 38, size {{size}}"), text("Colour from 65")], "to": {"next": id("wait")}}),
        json!({"id": id("wait"), "kind": "wait", "title": "Some time", "for": "14h", "to": {"next": id("later")}}),
        later,
        json!({"id": id("last"), "kind": "send", "stage": "decision", "title": "Still there?",
            "messages": [text("Shall we keep the time?")], "to": {"next": id("person")}}),
        json!({"id": id("reminder"), "kind": "template", "stage": "retention", "title": "Reminder",
            "name": template(part * 2 % TEMPLATES), "values": {"1": "{{first_name}}"}, "to": {"next": id("person")}}),
        json!({"id": id("person"), "kind": "assign", "stage": "retention", "title": "A person", "to_whom": "Mira",
            "to": {"next": id("may")}}),
        json!({"id": id("may"), "kind": "branch", "stage": "advocacy", "title": "May get offers",
            "cases": [{"id": "yes", "name": "May", "when": {"allowed": "marketing"}}],
            "to": {"case:yes": id("offer"), "else": id("end")}}),
        json!({"id": id("offer"), "kind": "template", "stage": "advocacy", "title": "Come again",
            "name": template((part * 2 + 1) % TEMPLATES), "values": {"1": "{{first_name}}"}, "to": {"next": id("hear")}}),
        json!({"id": id("hear"), "kind": "wait_reply", "stage": "advocacy", "title": "Answers", "timeout": "20h",
            "to": {"next": id("end"), "no_answer": id("end")}}),
        json!({"id": id("end"), "kind": "end", "stage": "advocacy", "title": "End"}),
    ]
}
