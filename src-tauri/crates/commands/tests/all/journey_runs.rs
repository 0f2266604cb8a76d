//! Runs of journeys: played with people of every kind, kept as tests, and looked at again.

use commands::App;
use commands::journey;
use commands::wire::{JourneyKept, KeptPerson, RunAct, RunRequest, RunSet};
use flows::edit::Edit;
use flows::mirror::{RunStatus, RunView, RunWhat};
use flows::simulate::Persona;
use serde_json::json;

use crate::support::{fresh, pointer, set};

/// Monday, 5 January 2026, 10:00 UTC.
const MONDAY: i64 = 1_767_607_200_000;
const MINUTE: i64 = 60_000;

fn salon(app: &App) -> String {
    journey::use_starter(app, "salon", "en").unwrap()
}

fn request(persona: Option<Persona>, until: i64) -> RunRequest {
    RunRequest {
        script: None,
        start: Some("words".to_owned()),
        name: None,
        zone: "Europe/Lisbon".to_owned(),
        country: "PT".to_owned(),
        persona,
        seen: None,
        since: None,
        at: MONDAY,
        act: None,
        until,
    }
}

/// Goes on with a run that was played to `seen`.
fn after(view: &RunView, persona: Option<Persona>, at: i64, act: Option<RunAct>, until: i64) -> RunRequest {
    let request = request(persona, until);
    RunRequest { script: Some(view.script.clone()), seen: Some(view.now), at, act, ..request }
}

fn words(view: &RunView) -> Vec<&str> {
    view.phone.iter().filter_map(|bubble| bubble.words.as_deref()).collect()
}

#[test]
fn a_question_is_answered_by_hand_and_the_rest_by_themselves() {
    let (_folder, started) = fresh();
    let app = &started.app;
    let id = salon(app);
    let asked = journey::run(app, &id, &request(Some(Persona::AtOnce), MONDAY)).unwrap();
    assert_eq!(words(&asked), ["hello"]);
    let tap = RunAct::Tap { id: "prices".to_owned(), words: "Prices".to_owned() };
    let later = MONDAY + 1_000;
    let tapped =
        journey::run(app, &id, &after(&asked, Some(Persona::AtOnce), later, Some(tap), later)).unwrap();
    assert_eq!(words(&tapped), ["hello", "Prices"]);
    assert_eq!(tapped.phone[1].status, Some(RunStatus::Delivered));
    let until = later + 2 * MINUTE;
    let filled = journey::run(app, &id, &after(&tapped, Some(Persona::AtOnce), later, None, until)).unwrap();
    assert!(
        filled.entries.iter().any(|it| matches!(&it.what, RunWhat::Reached { goal } if goal == "booked"))
    );
    assert_eq!(words(&filled).len(), 3);
}

#[test]
fn somebody_who_becomes_another_answers_what_is_asked_now_and_not_before_now() {
    let (_folder, started) = fresh();
    let app = &started.app;
    let id = salon(app);
    let now = MONDAY + 30 * MINUTE;
    let quiet = journey::run(app, &id, &request(Some(Persona::Never), now)).unwrap();
    let turn = RunRequest {
        seen: Some(MONDAY - 1),
        since: Some(now),
        ..after(&quiet, Some(Persona::OptsOut), now, Some(RunAct::Reconsider), now + MINUTE)
    };
    let turned = journey::run(app, &id, &turn).unwrap();
    let bubble = turned.phone.iter().rfind(|bubble| bubble.words.is_some()).unwrap();
    assert!(bubble.at > now, "{} {}", bubble.at, now);
    assert_eq!(turned.person.consent, flows::engine::ConsentState::Stopped);
    // and what the one before was about to do is forgotten
    let eager = journey::run(app, &id, &request(Some(Persona::AtOnce), MONDAY)).unwrap();
    let forget = after(&eager, Some(Persona::Never), MONDAY, Some(RunAct::Reconsider), MONDAY + 5 * MINUTE);
    assert_eq!(words(&journey::run(app, &id, &forget).unwrap()), ["hello"]);
}

#[test]
fn a_run_is_kept_as_a_test_and_tells_what_an_edit_changed() {
    let (_folder, started) = fresh();
    let app = &started.app;
    let id = salon(app);
    let until = MONDAY + 30 * MINUTE;
    let played = journey::run(app, &id, &request(Some(Persona::AtOnce), until)).unwrap();
    let mut kept = JourneyKept {
        name: " Books ".to_owned(),
        people: vec![KeptPerson { name: None, script: played.script.clone() }],
        until,
        exact: true,
        checks: json!([{"sent": {"node": "welcome"}}, {"cost_under": {"amount": "10", "currency": "USD"}}]),
    };
    let case = journey::record(app, &id, &kept).unwrap();
    assert_eq!(case["name"], "Books");
    assert_eq!(case["checks"], kept.checks);
    kept.checks = json!([{"moon": "full"}]);
    assert!(journey::record(app, &id, &kept).unwrap_err().sentence.contains("cannot be read"));
    kept.people.clear();
    assert!(journey::record(app, &id, &kept).unwrap_err().sentence.contains("nobody"));
    let before = journey::open(app, &id).unwrap();
    let at = pointer("/tests/99");
    let brought = journey::tests(app, &id).unwrap().len();
    let test = || journey::tests(app, &id).unwrap().into_iter().find(|test| test.at == at).unwrap();
    let keep = Edit::SetNote { at: at.clone(), value: Some(case) };
    let kept = journey::edit(app, &id, before.revision, &keep).unwrap();
    assert_eq!(kept.history.undo[0].name, "save test 'Books'");
    assert_eq!(journey::tests(app, &id).unwrap().len(), brought + 1, "a starter brings its own");
    assert_eq!((test().name.as_deref(), test().differences.len()), (Some("Books"), 0));

    let kept =
        journey::edit(app, &id, kept.revision, &Edit::RenameFlow { name: "Visits".to_owned() }).unwrap();
    let failing = journey::tests(app, &id).unwrap().into_iter().filter(|test| !test.differences.is_empty());
    assert_eq!(failing.count(), 0, "another name changes nothing of what it does");

    let goal = before.steps.iter().find(|step| step.id == "won").unwrap().index;
    let edit = set(&format!("/nodes/{goal}"), "name", "reserved");
    let edited = journey::edit(app, &id, kept.revision, &edit).unwrap();
    let differences = test().differences;
    assert_eq!(differences.len(), 1, "{differences:?}");
    assert_eq!(differences[0].wanted.as_deref(), Some("reached booked"));
    assert_eq!(differences[0].came.as_deref(), Some("reached reserved"));

    journey::undo(app, &id).unwrap();
    assert!(test().differences.is_empty());
    let broken = Edit::SetNote { at: at.clone(), value: Some(json!("nothing")) };
    let revision = journey::open(app, &id).unwrap().revision;
    assert!(revision > edited.revision);
    journey::edit(app, &id, revision, &broken).unwrap();
    assert_eq!((test().name.as_deref(), test().differences.len()), (None, 1));
}

#[test]
fn the_reminder_comes_the_day_before_the_visit_that_was_booked() {
    let (_folder, started) = fresh();
    let app = &started.app;
    let id = salon(app);
    // the sample of the visit is Friday, 9 January 2026
    let booked = MONDAY;
    let begin = request(Some(Persona::AtOnce), booked);
    let asked = journey::run(app, &id, &begin).unwrap();
    assert!(asked.person.values.iter().all(|value| value.name != "appointment"));
    let soon = booked + 5 * MINUTE;
    let view = journey::run(app, &id, &after(&asked, Some(Persona::AtOnce), soon, None, soon)).unwrap();
    assert!(view.person.values.iter().any(|value| value.name == "appointment"));
    let next = view.next.unwrap();
    assert_eq!(next, MONDAY + 3 * 1440 * MINUTE, "10:00 on Thursday in Lisbon");
    let reminded = |view: &RunView| {
        let sent = |it: &&flows::mirror::RunEntry| {
            it.step.as_deref() == Some("remind") && matches!(it.what, RunWhat::Sent { .. })
        };
        view.entries.iter().filter(sent).count()
    };
    // step by step, in one leap, and from the beginning: once each
    let step = journey::run(app, &id, &after(&view, Some(Persona::AtOnce), next, None, next)).unwrap();
    assert_eq!((reminded(&view), reminded(&step)), (0, 1));
    let far = next + 60 * MINUTE;
    let leap = journey::run(app, &id, &after(&view, Some(Persona::AtOnce), far, None, far)).unwrap();
    assert_eq!(reminded(&leap), 1);
    let whole = journey::run(app, &id, &RunRequest { until: far, ..begin }).unwrap();
    assert_eq!(reminded(&whole), 1);
    assert_eq!(words(&whole), words(&leap));
    // and back
    let back = journey::run(app, &id, &after(&leap, Some(Persona::AtOnce), soon, None, soon)).unwrap();
    assert_eq!(reminded(&back), 0);
}

#[test]
fn all_paths_are_played_and_a_refused_message_is_told() {
    let (_folder, started) = fresh();
    let app = &started.app;
    let id = salon(app);
    let paths = journey::paths(app, &id, "Europe/Lisbon", "PT", MONDAY).unwrap();
    // seven starts, eight kinds of people
    assert_eq!(paths.played, 56);
    assert_eq!(paths.found, []);

    // a message a day after the question, without a template
    let before = journey::open(app, &id).unwrap();
    let index = |id: &str| before.steps.iter().find(|step| step.id == id).unwrap().index;
    let late = set(&format!("/nodes/{}", index("welcome")), "timeout", "26h");
    let to = set(&format!("/nodes/{}/to", index("welcome")), "no_answer", "nudge");
    let way = set(&format!("/nodes/{}/to", index("nudge")), "closed", serde_json::Value::Null);
    let edit = Edit::Batch { name: None, edits: vec![late, to, way] };
    journey::edit(app, &id, before.revision, &edit).unwrap();
    let found = journey::paths(app, &id, "Europe/Lisbon", "PT", MONDAY).unwrap().found;
    assert!(!found.is_empty());
    assert!(found.iter().all(|it| it.step.as_deref() == Some("nudge") && it.refused.is_some()), "{found:?}");
}

#[test]
fn what_is_set_by_hand_is_told_and_changes_what_comes() {
    let (_folder, started) = fresh();
    let app = &started.app;
    let id = salon(app);
    let begun = journey::run(app, &id, &request(None, MONDAY)).unwrap();
    let mut view = begun;
    let sets = [
        RunSet::Value { name: "service".to_owned(), value: json!("Cut") },
        RunSet::Tag { name: "vip".to_owned(), has: true },
        RunSet::Window { open: false },
    ];
    for (place, what) in (1..).zip(sets) {
        let at = MONDAY + place * 1_000;
        view = journey::run(app, &id, &after(&view, None, at, Some(RunAct::Set { what }), at)).unwrap();
    }
    let told: Vec<String> = view
        .entries
        .iter()
        .filter_map(|entry| match &entry.what {
            RunWhat::SetByHand { name, value } => Some(format!("{name} = {value}")),
            _ => None,
        })
        .collect();
    assert_eq!(told, ["service = \"Cut\"", "tag vip = true", "window = \"closed\""]);
    assert_eq!(view.person.tags, ["vip"]);
    assert!(view.person.values.iter().any(|it| it.name == "service" && it.value == "Cut"));
    assert!(view.person.window_until.is_some_and(|until| until <= view.now));
}

#[test]
fn somebody_else_in_the_same_run_has_a_name_of_their_own() {
    let (_folder, started) = fresh();
    let app = &started.app;
    let id = salon(app);
    let named = RunRequest { name: Some("Ben".to_owned()), ..request(None, MONDAY) };
    let ben = journey::run(app, &id, &named).unwrap();
    assert_eq!(ben.person.name, "Ben");
    assert_eq!(journey::run(app, &id, &request(None, MONDAY)).unwrap().person.name, "Ana");
}
