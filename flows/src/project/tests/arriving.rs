//! A project comes to where other documents are.

use std::collections::BTreeMap;

use serde_json::json;

use super::{document, example};
use crate::check::DocumentKind;
use crate::json::Pointer;
use crate::project::{Arrival, Arriving, Contents, ProjectDocument, arrive, media_names};

fn come(contents: &Contents, here: &[ProjectDocument]) -> Vec<Arriving> {
    arrive(contents, here, &BTreeMap::new())
}

/// What is here after it came.
fn after(mut here: Vec<ProjectDocument>, came: &[Arriving]) -> Vec<ProjectDocument> {
    here.extend(came.iter().filter(|one| one.arrival != Arrival::Here).map(|one| one.document.clone()));
    here
}

fn arrivals(came: &[Arriving]) -> Vec<(&str, Arrival)> {
    came.iter().map(|one| (one.document.name.as_str(), one.arrival)).collect()
}

#[test]
fn where_nothing_is_it_comes_as_it_is() {
    let came = come(&example(), &[]);
    let documents: Vec<_> = came.iter().map(|one| one.document.clone()).collect();
    assert_eq!(documents, example().documents);
    assert!(came.iter().all(|one| one.arrival == Arrival::New));
    let again = come(&example(), &documents);
    assert!(again.iter().all(|one| one.arrival == Arrival::Here));
}

#[test]
fn what_has_a_taken_name_gets_another_and_the_others_say_it() {
    let here = vec![
        document(DocumentKind::Flow, "Booking: a visit", "{}"),
        document(DocumentKind::Journey, "After", "{}"),
        document(
            DocumentKind::Template,
            "Ours",
            r#"{ "name": "book_again", "language": "en", "category": "UTILITY", "components": [] }"#,
        ),
    ];
    let came = come(&example(), &here);
    assert_eq!(
        arrivals(&came),
        [
            ("First visit", Arrival::New),
            ("After 2", Arrival::Renamed),
            ("Booking: a visit 2", Arrival::Renamed),
            ("Book again", Arrival::Renamed),
            ("Hello", Arrival::New),
        ]
    );
    let text = &came[0].document.text;
    for new in
        ["\"flow_name\": \"Booking: a visit 2\"", "{ \"name\": \"book_again_2\"", "\"journey\": \"After 2\""]
    {
        assert!(text.contains(new), "{new} in {text}");
    }
    assert!(came[3].document.text.contains("\"name\": \"book_again_2\""));
    // nothing else was touched
    let back =
        text.replace("visit 2", "visit").replace("book_again_2", "book_again").replace("After 2", "After");
    assert_eq!(back, example().documents[0].text);
    // and it finds itself when it comes again
    let here = after(here, &came);
    let again = come(&example(), &here);
    assert!(again.iter().all(|one| one.arrival == Arrival::Here), "{:?}", arrivals(&again));
}

#[test]
fn a_step_that_sends_a_template_says_its_new_name() {
    let sends = r#"{ "journey": 1, "nodes": [{ "id": "a", "kind": "template", "name": "book_again" }, { "id": "b", "kind": "goal", "name": "book_again" }] }"#;
    let mut contents = example();
    contents.documents.push(document(DocumentKind::Journey, "Sends", sends));
    let other = r#"{ "name": "book_again", "language": "en", "components": [] }"#;
    let came = come(&contents, &[document(DocumentKind::Template, "T", other)]);
    let text = &came.last().unwrap().document.text;
    assert_eq!(
        *text,
        sends.replace("\"template\", \"name\": \"book_again", "\"template\", \"name\": \"book_again_2")
    );
}

#[test]
fn a_journey_whose_name_changed_has_tests_that_say_so() {
    let mut contents = example();
    let mut kept = json!({
        "name": "Comes in by hand",
        "script": { "person": {}, "events": [[1, { "event": "started", "journey": "First visit", "node": "x" }]] },
        "until": 2,
        "expect": ["sent book as template book_again (utility): 1=Ana", "ended First visit: finished", "wrote: ended First visit: x"],
    });
    let ben = json!({ "name": "Ben", "script": kept["script"], "expect": kept["expect"] });
    kept["others"] = json!([ben]);
    contents.documents[0].notes.insert(Pointer("/tests/2".to_owned()), kept);
    let here = [
        document(DocumentKind::Journey, "First visit", "{}"),
        document(
            DocumentKind::Template,
            "T",
            r#"{ "name": "book_again", "language": "en", "components": [] }"#,
        ),
    ];
    let came = come(&contents, &here);
    assert_eq!(came[0].document.name, "First visit 2");
    let note = &came[0].document.notes[&Pointer("/tests/2".to_owned())];
    let lines = [
        "sent book as template book_again_2 (utility): 1=Ana",
        "ended First visit 2: finished",
        "wrote: ended First visit: x",
    ];
    for run in [note, &note["others"][0]] {
        assert_eq!(run.pointer("/script/events/0/1/journey"), Some(&"First visit 2".into()));
        assert_eq!(run["expect"], json!(lines));
    }
}

#[test]
fn the_languages_of_a_template_stay_together() {
    let of = |language: &str, words: &str| {
        let text = format!(
            r#"{{ "name": "hello", "language": "{language}", "category": "UTILITY", "components": [{{ "type": "BODY", "text": "{words}" }}] }}"#
        );
        document(DocumentKind::Template, "Hello", &text)
    };
    let contents = Contents { documents: vec![of("en", "Hello"), of("pt", "Olá")], ..Contents::default() };
    // a language that is not here comes to the others
    let came = come(&contents, &[of("en", "Hello")]);
    assert_eq!(came.iter().map(|one| one.arrival).collect::<Vec<_>>(), [Arrival::Here, Arrival::New]);
    // one that says something else moves all of them
    let came = come(&contents, &[of("en", "Hi")]);
    assert!(
        came.iter().all(|one| one.arrival == Arrival::Renamed && one.document.text.contains("\"hello_2\""))
    );
}

#[test]
fn pictures_go_by_the_names_they_have_here() {
    let media = BTreeMap::from([("salon.jpg".to_owned(), "salon-2.jpg".to_owned())]);
    let came = arrive(&example(), &[], &media);
    let named: Vec<String> = came.iter().flat_map(|one| media_names(&one.document.text)).collect();
    assert_eq!(named, ["salon-2.jpg"]);
}

#[test]
fn two_journeys_that_call_each_other_stay_with_each_other() {
    let calls = |name: &str, other: &str| {
        let text = format!(
            r#"{{ "journey": 1, "nodes": [{{ "id": "a", "kind": "call", "journey": "{other}" }}] }}"#
        );
        document(DocumentKind::Journey, name, &text)
    };
    let contents = Contents { documents: vec![calls("A", "B"), calls("B", "A")], ..Contents::default() };
    let mut here = contents.documents.clone();
    here[1].text.push('\n');
    // B is another one here: A, which calls it, cannot be the same either
    let came = come(&contents, &here);
    assert_eq!(arrivals(&came), [("A 2", Arrival::Renamed), ("B 2", Arrival::Renamed)]);
    assert!(came[0].document.text.contains("\"B 2\"") && came[1].document.text.contains("\"A 2\""));
    // whatever comes a second time has names of its own
    let here = after(here, &came);
    for one in come(&contents, &here).iter().filter(|one| one.arrival != Arrival::Here) {
        assert!(here.iter().all(|other| other.name != one.document.name), "{}", one.document.name);
    }
}
