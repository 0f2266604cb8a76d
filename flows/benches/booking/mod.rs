//! A journey of two questions, and people who go through it: they come in by a word, tap, and write.

use flows::engine::{Entry, Event, Inbound, Moment, Person, State, What, step};
use flows::journey::{Journey, Project};
use flows::json::Tree;
use serde_json::json;

/// What a person does.
pub(crate) fn events() -> [Event; 3] {
    [
        Event::Wrote(Inbound::Text("Apointment".to_owned())),
        Event::Wrote(Inbound::Tapped { id: "cut".to_owned(), words: "A cut".to_owned() }),
        Event::Wrote(Inbound::Text("Ana".to_owned())),
    ]
}

/// People nobody knows yet, as they are written down.
pub(crate) fn people(count: u64) -> Vec<String> {
    let person = |seed| Person { seed, zone: "Europe/Berlin".to_owned(), ..Person::default() };
    (0..count).map(|seed| serde_json::to_string(&State::new(person(seed))).unwrap()).collect()
}

/// The journey.
pub(crate) fn journey() -> Project {
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

/// Leads a person through, and sees to it that they came to the end.
pub(crate) fn through(project: &Project, person: &str, events: &[Event]) -> Vec<Entry> {
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
