//! One journey with all that it needs.

use serde_json::json;

use super::{document, example};
use crate::check::DocumentKind::{Flow, Journey, Template};
use crate::project::{Contents, ProjectDocument, needed, read, write};

fn journey(name: &str, nodes: &serde_json::Value) -> ProjectDocument {
    document(Journey, name, &json!({ "journey": 1, "nodes": nodes }).to_string())
}

fn template(name: &str, language: &str, flow: Option<&str>) -> ProjectDocument {
    let buttons = flow.map(|flow| json!({ "type": "FLOW", "text": "Open", "flow_name": flow }));
    let components = json!([{ "type": "BUTTONS", "buttons": buttons.into_iter().collect::<Vec<_>>() }]);
    let text = json!({ "name": name, "language": language, "category": "UTILITY", "components": components });
    document(Template, &format!("{name} {language}"), &text.to_string())
}

#[test]
fn a_journey_comes_with_all_that_it_names_and_nothing_else() {
    let documents = [
        journey(
            "First",
            &json!([
                { "id": "a", "kind": "template", "name": "hello" },
                { "id": "b", "kind": "call", "journey": "Second" },
                { "id": "c", "kind": "template", "name": "late", "off": true },
                { "id": "d", "kind": "note", "text": "Other" }
            ]),
        ),
        journey(
            "Second",
            &json!([{ "id": "a", "kind": "go_to", "journey": "First" }, { "id": "b", "kind": "send",
            "messages": [], "if_closed": { "name": "closed" } }]),
        ),
        journey("Other", &json!([{ "id": "a", "kind": "call", "journey": "First" }])),
        document(Flow, "Visit", "{}"),
        document(Flow, "Other", "{}"),
        template("hello", "en", Some("Visit")),
        template("hello", "pt_BR", None),
        template("late", "en", None),
        template("closed", "en", None),
        template("other", "en", Some("Other")),
    ];
    let names =
        |from| needed(&documents, from).into_iter().map(|at| documents[at].name.as_str()).collect::<Vec<_>>();
    let first = ["First", "Second", "Visit", "hello en", "hello pt_BR", "late en", "closed en"];
    assert_eq!(names(0), first);
    assert_eq!(names(1), first, "they lead to each other");
    assert_eq!(names(3), ["Visit"]);
    assert_eq!(names(9), ["Other", "other en"]);
    assert_eq!(names(10), Vec::<&str>::new());
}

#[test]
fn such_a_part_is_a_project_like_any_other() {
    let all = example();
    let documents: Vec<_> =
        needed(&all.documents, 0).into_iter().map(|at| all.documents[at].clone()).collect();
    let kinds: Vec<_> = documents.iter().map(|one| one.kind).collect();
    assert_eq!(kinds, [Journey, Journey, Flow, Template], "everything but the message");
    let part =
        Contents { name: "First visit".to_owned(), documents, media: all.media, ..Contents::default() };
    let back = read(write(&part).unwrap()).unwrap();
    assert_eq!((back.contents, back.left), (part, Vec::new()));
}
