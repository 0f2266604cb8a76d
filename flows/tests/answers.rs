//! Sample answers of a Flow's endpoint: what is asked, which answers a phone takes, and how they follow the Flow.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of a test")]

use std::collections::BTreeMap;

use flows::answers::{Asked, Question, faults, list};
use flows::edit::{Applied, Document, Edit, Notes, apply};
use flows::flow::Flow;
use flows::json::{Pointer, Tree};
use flows::preview::{Outcome, PreviewAct, PreviewState, act};
use proptest::prelude::*;
use serde::Deserialize;
use serde_json::{Value, json};

const FLOW: &str = include_str!("edit/endpoint.json");

fn at(name: &str) -> Pointer {
    Pointer(name.to_owned())
}

fn exchange(screen: &str) -> Question {
    Question::Exchange { screen: screen.to_owned() }
}

fn noted(notes: &[(&str, Value)]) -> Document {
    let notes: Notes = notes.iter().map(|(name, value)| (at(name), value.clone())).collect();
    Document::new("Sizes", FLOW, BTreeMap::new()).with_notes(notes)
}

fn made(document: &Document, edit: &Edit) -> Applied {
    apply(document, edit).unwrap()
}

fn names(document: &Document) -> Vec<&str> {
    document.notes().keys().map(|at| at.0.as_str()).collect()
}

fn asked(document: &Document, question: &Question) -> Asked {
    list(document.tree(), document.notes()).into_iter().find(|asked| asked.question == *question).unwrap()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// What the case shows.
    about: String,
    question: Question,
    screen: Option<String>,
    data: BTreeMap<String, Value>,
    faults: Value,
}

#[test]
fn answers_are_held_to_what_a_phone_takes() {
    let cases: Vec<Case> = serde_json::from_str(include_str!("answers/checks.json")).unwrap();
    let tree = Tree::parse(FLOW);
    for case in cases {
        let found = faults(&Flow::of(&tree), &case.question, case.screen.as_deref(), &case.data);
        assert_eq!(serde_json::to_value(found).unwrap(), case.faults, "{}", case.about);
    }
}

#[test]
fn without_routes_every_screen_may_follow() {
    let tree = Tree::parse(FLOW.replace("routing_model", "other"));
    let found = faults(
        &Flow::of(&tree),
        &exchange("DETAILS"),
        Some("ASK"),
        &BTreeMap::from([("sizes".to_owned(), json!([]))]),
    );
    assert_eq!(found, []);
}

#[test]
fn questions_come_in_the_order_of_the_screens() {
    let found = list(noted(&[]).tree(), &Notes::new());
    let questions: Vec<_> = found.iter().map(|asked| asked.question.clone()).collect();
    let back = Question::Back { screen: "PICK".to_owned() };
    assert_eq!(questions, [Question::Init, exchange("ASK"), back]);
    assert_eq!(found[1].next, ["PICK", "DETAILS"]);
    assert!(found.iter().all(|asked| asked.asks && asked.samples.is_empty()));
}

#[test]
fn rows_that_come_as_data_ask_too() {
    let row = json!({"id": "home", "on-click-action": {"name": "data_exchange", "payload": {}}});
    let flow = json!({"data_api_version": "3.0", "screens": [
        {"id": "OFFERS", "data": {"rows": {"type": "array", "__example__": [row]}}, "layout": {"children": [{"type": "NavigationList", "list-items": "${data.rows}"}]}},
        {"id": "OTHER", "layout": {"children": [{"type": "TextBody", "text": "data_exchange"}]}},
    ]});
    let questions: Vec<_> =
        list(&Tree::parse(flow.to_string()), &Notes::new()).into_iter().map(|a| a.question).collect();
    assert_eq!(questions, [Question::Init, exchange("OFFERS")]);
}

#[test]
fn a_suggested_answer_is_one_a_phone_takes() {
    let tree = Tree::parse(FLOW);
    for asked in list(&tree, &Notes::new()) {
        let answer = &asked.suggested;
        let found = faults(&Flow::of(&tree), &asked.question, answer.screen.as_deref(), &answer.data);
        assert_eq!(found, [], "{:?}", asked.question);
    }
    let document = noted(&[]);
    let next = asked(&document, &exchange("ASK")).suggested;
    assert_eq!((next.screen.as_deref(), &next.data["count"]), (Some("PICK"), &json!(2)));
}

#[test]
fn samples_are_listed_by_number_and_what_is_no_sample_is_left_alone() {
    let document = noted(&[
        ("/answers/exchange/ASK/10", json!({"name": "late", "screen": "PICK"})),
        (
            "/answers/exchange/ASK/2",
            json!({"name": "early", "data": {"error_message": "No"}, "colour": "red"}),
        ),
        ("/answers/exchange/ASK/3", json!("not a sample")),
        ("/answers/exchange/ASK/3/more", json!({})),
        ("/answers/opened", json!("system")),
        ("/answers/back/GONE/1", json!({"name": "left over"})),
        ("/words/pt", json!({})),
    ]);
    let found = asked(&document, &exchange("ASK"));
    let listed: Vec<_> = found.samples.iter().map(|sample| sample.answer.name.as_str()).collect();
    assert_eq!(listed, ["early", "late"]);
    assert!(found.samples[0].faults.is_empty());
    assert_eq!(found.samples[1].faults.len(), 2, "both values of the screen are missing");
    assert!(!asked(&document, &Question::Back { screen: "GONE".to_owned() }).asks);
    // an edit elsewhere keeps all of them
    let after = made(&document, &Edit::RenameFlow { name: "Other".to_owned() }).document;
    assert_eq!(after.notes(), document.notes());
}

/// Samples around a screen: what it is asked, what leads to it, what has nothing to do with it.
fn around() -> Document {
    noted(&[
        ("/answers/exchange/ASK/1", json!({"name": "good", "screen": "PICK", "data": {}, "colour": "red"})),
        ("/answers/exchange/ASK/2", json!({"name": "error", "data": {"error_message": "No"}})),
        ("/answers/back/PICK/1", json!({"name": "fresh"})),
        ("/answers/init/1", json!({"name": "start", "screen": "ASK"})),
        ("/words/PICK", json!({"screen": "PICK"})),
    ])
}

#[test]
fn samples_follow_a_renamed_screen_in_the_same_step() {
    let before = around();
    let renamed = made(&before, &Edit::RenameScreen { from: "PICK".to_owned(), to: "CHOOSE".to_owned() });
    let after = &renamed.document;
    assert_eq!(
        names(after),
        [
            "/answers/back/CHOOSE/1",
            "/answers/exchange/ASK/1",
            "/answers/exchange/ASK/2",
            "/answers/init/1",
            "/words/PICK"
        ]
    );
    assert_eq!(
        after.notes()[&at("/answers/exchange/ASK/1")],
        json!({"name": "good", "screen": "CHOOSE", "data": {}, "colour": "red"})
    );
    assert_eq!(after.notes()[&at("/words/PICK")], json!({"screen": "PICK"}));
    let back = renamed.change.inverse().replay(after).unwrap();
    assert_eq!((back.notes(), back.text()), (before.notes(), before.text()));
}

#[test]
fn a_renamed_screen_takes_its_samples_even_where_others_were_left() {
    let before = noted(&[
        ("/answers/back/PICK/1", json!({"name": "own"})),
        ("/answers/back/CHOOSE/1", json!({"name": "left"})),
    ]);
    let renamed = made(&before, &Edit::RenameScreen { from: "PICK".to_owned(), to: "CHOOSE".to_owned() });
    assert_eq!(renamed.document.notes()[&at("/answers/back/CHOOSE/1")], json!({"name": "own"}));
    assert_eq!(renamed.change.inverse().replay(&renamed.document).unwrap().notes(), before.notes());
}

#[test]
fn samples_go_with_a_deleted_screen_and_come_back_by_undo() {
    let before = around();
    let deleted = made(&before, &Edit::DeleteScreens { screens: vec!["PICK".to_owned()] });
    assert_eq!(names(&deleted.document), ["/answers/exchange/ASK/2", "/answers/init/1", "/words/PICK"]);
    let back = deleted.change.inverse().replay(&deleted.document).unwrap();
    assert_eq!((back.notes(), back.text()), (before.notes(), before.text()));
}

#[test]
fn copies_of_screens_answer_the_same_among_themselves() {
    let before = around();
    let both = vec!["ASK".to_owned(), "PICK".to_owned()];
    let after = made(&before, &Edit::DuplicateScreens { screens: both, offset: None }).document;
    let ids: Vec<String> =
        Flow::of(after.tree()).screens.iter().map(|screen| screen.id.to_string()).collect();
    let (ask, pick) = (&ids[2], &ids[3]);
    assert_eq!(after.notes()[&at(&format!("/answers/exchange/{ask}/1"))]["screen"], json!(pick));
    assert_eq!(after.notes()[&at(&format!("/answers/back/{pick}/1"))], json!({"name": "fresh"}));
    for (name, value) in before.notes() {
        assert_eq!(&after.notes()[name], value, "the originals stay");
    }
}

proptest! {
    #[test]
    fn the_phone_takes_exactly_the_answers_without_a_fault(
        to in prop::option::of(prop::sample::select(vec!["ASK", "PICK", "DETAILS", "DONE", "SUCCESS", "LOST"])),
        opening in any::<bool>(),
        size in prop::option::of(prop::sample::select(vec![json!("s"), json!(2), json!(null)])),
        count in prop::option::of(prop::sample::select(vec![json!(2), json!(2.5), json!("2")])),
        params in any::<bool>(),
    ) {
        let tree = Tree::parse(FLOW);
        let state = if opening {
            act(&tree, &PreviewState::default(), &PreviewAct::Open { exchange: true }).state
        } else {
            PreviewState { current: "ASK".to_owned(), waiting: true, ..PreviewState::default() }
        };
        let question = if opening { Question::Init } else { exchange("ASK") };
        let end = params.then(|| json!({"params": {"size": "s"}}));
        let all = [("size", size), ("count", count), ("extension_message_response", end)];
        let data: BTreeMap<String, Value> =
            all.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect();
        let found = faults(&Flow::of(&tree), &question, to, &data);
        let answer = PreviewAct::EndpointAnswer { screen: to.map(str::to_owned), data };
        let step = act(&tree, &state, &answer);
        let refused = matches!(step.outcome, Outcome::Broken { .. });
        prop_assert_eq!(refused, !found.is_empty());
        // One that is refused leaves the phone waiting for a better one.
        prop_assert_eq!(step.state.waiting, refused);
        prop_assert_eq!(step.state.opening, refused && opening);
    }
}
