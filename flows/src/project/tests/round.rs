//! What is written is read again, and the same contents give the same bytes.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{document, example};
use crate::check::DocumentKind;
use crate::edit::{Notes, Position};
use crate::json::Pointer;
use crate::project::{Contents, Files, Left, ProjectDocument, read, write};

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-z ]{0,8}",
        "(Booking|booking|BOOKING|CON|nul\\.tests|a\\.tests|a|\\.git|\\.\\.|é|e\u{301}|حجز|straße|STRASSE)",
        "\\PC{0,12}",
        any::<String>(),
    ]
}

fn text(kind: DocumentKind) -> BoxedStrategy<String> {
    let template = ("[a-z_]{1,4}", prop_oneof!["(en|pt_BR|tests|places)", "[a-zA-Z./ ]{0,4}"]);
    let template = template.prop_map(|(name, language)| {
        format!(
            r#"{{ "name": "{name}", "language": "{language}", "category": "UTILITY", "components": [] }}"#
        )
    });
    match kind {
        DocumentKind::Template => prop_oneof![template, any::<String>()].boxed(),
        _ => prop_oneof![Just("{ \"a\": 1 }\r\n".to_owned()), any::<String>()].boxed(),
    }
}

fn kind() -> impl Strategy<Value = DocumentKind> {
    prop::sample::select(vec![
        DocumentKind::Journey,
        DocumentKind::Flow,
        DocumentKind::Template,
        DocumentKind::Message,
    ])
}

fn notes() -> impl Strategy<Value = Notes> {
    let value = prop_oneof![
        any::<i64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        Just(json!({ "name": "x", "b": [1, null, { "a": "\u{2028}" }] })),
    ];
    let at = prop_oneof!["/tests/[0-9]{1,2}", "/tests/?", "/(answers|languages)/[a-z~01/]{0,6}"];
    prop::collection::btree_map(at.prop_map(Pointer), value, 0..4)
}

fn places() -> impl Strategy<Value = BTreeMap<String, Position>> {
    let place = (-1e6_f32..1e6, -1e6_f32..1e6).prop_map(|(x, y)| Position { x, y });
    prop::collection::btree_map(any::<String>(), place, 0..3)
}

fn any_document() -> impl Strategy<Value = ProjectDocument> {
    let parts = kind().prop_flat_map(|kind| (Just(kind), name(), text(kind), places(), notes()));
    parts.prop_map(|(kind, name, text, places, notes)| ProjectDocument { kind, name, text, places, notes })
}

fn contents() -> impl Strategy<Value = Contents> {
    let media =
        prop_oneof!["[a-zA-Z]{1,3}\\.(jpg|JPG)", "[a-z0-9][a-z0-9._ -]{0,12}", Just("con.jpg".to_owned())];
    let media = prop::collection::btree_map(media, prop::collection::vec(any::<u8>(), 0..8), 0..4);
    let rest = prop_oneof![Just(json!({})), Just(json!({ "owner": { "since": [1, 2] }, "x": null }))];
    (name(), prop::collection::vec(any_document(), 0..8), media, rest).prop_map(
        |(name, mut documents, media, rest)| {
            // The format has them by kind.
            documents.sort_by_key(|document| match document.kind {
                DocumentKind::Journey => 0,
                DocumentKind::Flow => 1,
                DocumentKind::Template => 2,
                DocumentKind::Message => 3,
            });
            Contents { name, documents, media, rest: rest.as_object().unwrap().clone() }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_again(contents in contents()) {
        let files = write(&contents).unwrap();
        prop_assert_eq!(&files, &write(&contents).unwrap());
        let found = read(files.clone()).unwrap();
        prop_assert_eq!(&found.contents, &contents);
        let unknown = contents.rest.keys().map(|member| Left::Member { file: "project.json".into(), member: member.clone() });
        prop_assert_eq!(found.left, unknown.collect::<Vec<_>>());
        // a folder that was zipped with its name, beside what the system puts there
        let mut zipped = Files::default();
        for (path, bytes) in files.iter() {
            zipped.add(&format!("salon-main/{path}"), bytes.to_vec()).unwrap();
        }
        zipped.add("__MACOSX/salon-main/._x", Vec::new()).unwrap();
        let again = read(zipped).unwrap();
        prop_assert_eq!(again.contents, contents);
        prop_assert_eq!(&again.left[0], &Left::File { path: "__MACOSX/salon-main/._x".into() });
    }

    #[test]
    fn any_bytes_in_any_file_are_read_or_refused(contents in contents(), at in any::<prop::sample::Index>(), with in prop::collection::vec(any::<u8>(), 0..40)) {
        let files = write(&contents).unwrap();
        let hit = at.index(files.len());
        let mut damaged = Files::default();
        for (index, (path, bytes)) in files.iter().enumerate() {
            let keep = if index == hit { with.clone() } else { bytes.to_vec() };
            damaged.add(path, keep).unwrap();
        }
        if let Err(error) = read(damaged) {
            let sentence = error.to_string();
            prop_assert!(sentence.ends_with('.') && sentence.len() > 20, "{sentence}");
        }
    }
}

#[test]
fn what_is_changed_in_one_place_changes_one_line() {
    let lines = |contents: &Contents, path: &str| {
        let files = write(contents).unwrap();
        let text = String::from_utf8(files.get(path).unwrap().to_vec()).unwrap();
        text.lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let differ = |path: &str, change: &dyn Fn(&mut Contents)| {
        let mut after = example();
        change(&mut after);
        let (before, after) = (lines(&example(), path), lines(&after, path));
        let new = after.iter().filter(|line| !before.contains(line)).count();
        (new, after.len() - before.len())
    };
    let moved = |contents: &mut Contents| contents.documents[0].places.get_mut("hi").unwrap().x = 12.0;
    assert_eq!(differ("journeys/First visit.places.json", &moved), (1, 0));
    let called = |contents: &mut Contents| "Salon Jade".clone_into(&mut contents.name);
    assert_eq!(differ("project.json", &called), (1, 0));
    let added = |contents: &mut Contents| {
        contents.documents.insert(1, document(DocumentKind::Journey, "Another", "{}"));
    };
    assert_eq!(differ("project.json", &added), (1, 1));
}

#[test]
fn files_that_somebody_put_there_belong_to_it() {
    let mut files = write(&example()).unwrap();
    files.add("flows/By hand.json", b"{}".to_vec()).unwrap();
    files.add("flows/By hand.notes.json", b"{ \"/answers/x\": 1 }".to_vec()).unwrap();
    files.add("media/more.png", vec![1]).unwrap();
    files.add("flows/notes.txt", vec![1]).unwrap();
    files.add("flows/deep/er.json", b"{}".to_vec()).unwrap();
    files.add("flows/nothing.tests.json", b"{}".to_vec()).unwrap();
    let found = read(files).unwrap();
    let hand = found.contents.documents.iter().find(|document| document.name == "By hand").unwrap();
    assert_eq!(hand.notes.len(), 1);
    assert!(found.contents.media.contains_key("more.png"));
    // without its document it is a document of its own
    assert!(found.files.contains(&"flows/nothing.tests.json".to_owned()));
    let left: Vec<&str> = found.left.iter().map(Left::path).collect();
    assert_eq!(left, ["flows/deep/er.json", "flows/notes.txt"]);
    let mut unseen = example();
    unseen.media.clear();
    let left = read(write(&unseen).unwrap()).unwrap().left;
    assert_eq!(
        left[0].to_string(),
        "templates/book_again.en.json: it shows \"salon.jpg\", which is not in the folder media"
    );
}
