//! People of every kind, and runs kept as tests.

use flows::engine::{Event, Moment, Person, What};
use flows::journey::{JourneyName, Length, NodeId, Project};
use flows::simulate::{Persona, Script, check, perform, play, record, seen};
use serde_json::json;

use super::project;

fn asks() -> Project {
    let button = |id: &str, title: &str| json!({"type": "reply", "reply": {"id": id, "title": title}});
    project::read(&json!({
        "journeys": {"a": {"journey": 1, "settings": {"language": "es"},
            "data": {"guests": {"type": "number", "sample": 7}},
            "nodes": [
                {"id": "start", "kind": "manual", "to": {"next": "which"}},
                {"id": "which", "kind": "ask", "expects": "choice", "timeout": "2d", "tries": 1, "save": "which",
                    "again": {"type": "text", "text": {"body": "Tap, please"}},
                    "message": {"type": "interactive", "interactive": {"type": "button", "body": {"text": "Which?"},
                        "action": {"buttons": [button("x", "First"), button("y", "{{second}}")]}}},
                    "to": {"answer:x": "many", "answer:y": "many", "else": "person", "no_answer": "late"}},
                {"id": "many", "kind": "ask", "expects": {"text": {"be": "number"}}, "save": "guests", "timeout": "2d",
                    "message": {"type": "text", "text": {"body": "How many?"}},
                    "to": {"next": "code", "else": "person", "no_answer": "late"}},
                {"id": "code", "kind": "ask", "expects": {"text": {"pattern": "[A-Z]-?[0-9]+"}}, "timeout": "2d",
                    "message": {"type": "text", "text": {"body": "Your code?"}},
                    "to": {"next": "form", "else": "person", "no_answer": "late"}},
                {"id": "form", "kind": "flow", "gives": {"day": "date"}, "timeout": "2d",
                    "message": {"type": "interactive", "interactive": {"type": "flow", "body": {"text": "Book"}}},
                    "to": {"next": "booked", "no_answer": "late"}},
                {"id": "booked", "kind": "goal", "name": "booked", "ends": true},
                {"id": "late", "kind": "template", "name": "late", "to": {"next": "read"}},
                {"id": "read", "kind": "wait_status", "status": "read", "timeout": "1h",
                    "to": {"next": "seen", "no_answer": "unseen"}},
                {"id": "seen", "kind": "goal", "name": "seen", "ends": true},
                {"id": "unseen", "kind": "goal", "name": "unseen", "ends": true},
                {"id": "person", "kind": "assign", "to_whom": "Front desk", "to": {"next": "helped"}},
                {"id": "helped", "kind": "goal", "name": "helped", "ends": true}
            ]}},
        "templates": {"late": {"category": "marketing"}}
    }))
}

const FROM: Moment = Moment(1_772_359_200_000);

fn run(persona: Persona, seed: u64) -> (Script, flows::simulate::Transcript) {
    let start = Event::Started {
        journey: JourneyName::from("a"),
        node: NodeId::from("start"),
        data: std::collections::BTreeMap::new(),
    };
    let consent = flows::engine::ConsentState::Given;
    let fields = [("second".into(), json!("Second"))].into();
    let person = Person { seed, last_inbound: Some(FROM), consent, fields, ..Person::default() };
    perform(&asks(), persona, start, person, FROM, until())
}

fn until() -> Moment {
    FROM.after(Length::of_hours(24 * 14))
}

#[test]
fn each_persona_goes_the_way_its_kind_goes() {
    let reached = |persona| {
        let (_, transcript) = run(persona, 4);
        let goals = transcript.entries.into_iter().filter_map(|entry| match entry.what {
            What::Reached { goal } => Some(goal),
            _ => None,
        });
        goals.collect::<Vec<_>>()
    };
    assert_eq!(reached(Persona::AtOnce), ["booked"]);
    assert_eq!(reached(Persona::AfterHours), ["booked"]);
    // Each answer opens the window anew, so that the next question still goes
    assert_eq!(reached(Persona::AfterADay), ["booked"]);
    assert_eq!(reached(Persona::Never), ["unseen"]);
    assert_eq!(reached(Persona::Wrong), ["helped"]);
    // Asked again, they say no more
    assert_eq!(reached(Persona::AsksForPerson), ["seen"]);
    // Their marketing is left out: the status of the question, which was read, is the last there is
    assert_eq!(reached(Persona::OptsOut), ["seen"]);
    assert_eq!(reached(Persona::Blocks), ["seen"]);
}

#[test]
fn answers_fit_what_is_asked() {
    let (_, transcript) = run(Persona::AtOnce, 4);
    let fields = &transcript.state.person.fields;
    let field = |name: &str| fields.get(&name.into()).cloned().unwrap_or_default();
    assert_eq!(field("guests"), json!(7));
    assert!(field("day").is_string());
    let lines = seen(&run(Persona::OptsOut, 4).1);
    assert!(
        lines.contains(&"wrote: baja".to_owned()) && lines.contains(&"skipped late: stopped".to_owned()),
        "{lines:?}"
    );
    let both = (0..20).map(|seed| {
        let (_, transcript) = run(Persona::AtOnce, seed);
        transcript.state.person.fields[&"which".into()].as_str().unwrap().to_owned()
    });
    assert_eq!(
        both.collect::<std::collections::BTreeSet<_>>(),
        ["First", "Second"].map(str::to_owned).into()
    );
}

#[test]
fn what_a_persona_did_plays_again_and_is_kept_as_a_test() {
    let project = asks();
    for persona in Persona::ALL {
        for seed in 0..5 {
            let (script, transcript) = run(persona, seed);
            assert_eq!(run(persona, seed), (script.clone(), transcript.clone()));
            assert_eq!(play(&project, &script, until()), transcript, "{persona:?}");
            let case = record("kept", script, until(), &transcript, seed % 2 == 0);
            let text = serde_json::to_string(&case).unwrap();
            let case = serde_json::from_str(&text).unwrap();
            assert_eq!(check(&project, &case), []);
            assert_eq!(serde_json::to_string(&case).unwrap(), text);
        }
    }
}

#[test]
fn a_change_of_the_journey_is_told() {
    let (script, transcript) = run(Persona::AtOnce, 4);
    let case = record("kept", script, until(), &transcript, false);
    let mut project = asks();
    let journey = std::sync::Arc::make_mut(project.journeys.get_mut(&"a".into()).unwrap());
    let at = journey.index(&"form".into()).unwrap();
    journey.nodes[at].to.insert("next".to_owned(), "late".into());
    let sentences: Vec<String> = check(&project, &case).into_iter().map(|it| it.sentence).collect();
    assert_eq!(
        sentences[0],
        "Instead of \"reached booked\" there is \"sent late as template late (marketing)\"."
    );
}
