//! One Flow in several languages: files in and out, the phone, what stays with the Flow.

use std::fs;

use commands::wire::Code;
use commands::{flow, gallery, language, preview};
use flows::edit::Edit;
use flows::json::{Pointer, Tree};
use flows::languages::{language_note, words_note};
use flows::preview::PreviewState;
use serde_json::json;

use crate::support::{Started, edit, fresh, start};

fn note(at: Pointer, value: &str) -> Edit {
    Edit::SetNote { at, value: Some(value.into()) }
}

fn salon(started: &Started) -> String {
    gallery::use_starter(&started.app, "salon-booking", "en").unwrap()
}

fn title(started: &Started, flow: &str, language: Option<&str>) -> String {
    let state = PreviewState { today: "2026-06-01".to_owned(), ..PreviewState::default() };
    preview::render(&started.app, flow, language, &state).unwrap().title
}

#[test]
fn a_sibling_file_becomes_a_language_that_is_shown_exported_and_kept() {
    let (folder, started) = fresh();
    let id = salon(&started);
    let text = flow::source(&started.app, &id).unwrap();
    let sibling = flows::gallery::starter("salon-booking").unwrap().source("ar").unwrap();
    let file = folder.path().join("ar.json");
    fs::write(&file, sibling).unwrap();
    started.desk.answer(Some(&file));
    let taken = language::import(&started.app, &id, "ar").unwrap().unwrap();
    assert_eq!((taken.several.len(), taken.other.len()), (0, 0));
    edit(&started.app, &id, &taken.edit);

    let out = folder.path().join("out.json");
    started.desk.answer(Some(&out));
    assert_eq!(language::export(&started.app, &id, "ar").unwrap().as_deref(), Some("out.json"));
    let written = Tree::parse(fs::read_to_string(&out).unwrap());
    assert_eq!(written.root().to_value(), Tree::parse(sibling).root().to_value());

    let arabic = title(&started, &id, Some("ar"));
    assert_ne!(arabic, title(&started, &id, None));
    // The Flow itself is as it was, also after a restart; its words are still there.
    let again = start(folder.path());
    assert_eq!(flow::source(&again.app, &id).unwrap(), text);
    assert_eq!(title(&again, &id, Some("ar")), arabic);
    let list = language::list(&again.app, &id).unwrap();
    assert!(list.others[0].coverage.is_whole());
    // A copy has them too.
    let copy = flow::duplicate(&again.app, &id).unwrap();
    assert!(language::list(&again.app, &copy).unwrap().others[0].coverage.is_whole());
}

#[test]
fn the_phone_follows_each_word() {
    let (_folder, started) = fresh();
    let id = salon(&started);
    let original = title(&started, &id, None);
    edit(&started.app, &id, &Edit::SetNote { at: language_note("es"), value: Some(json!({})) });
    assert_eq!(title(&started, &id, Some("es")), original);
    edit(&started.app, &id, &note(words_note("es", &original), "Elige"));
    assert_eq!(title(&started, &id, Some("es")), "Elige");
    flow::undo(&started.app, &id).unwrap();
    assert_eq!(title(&started, &id, Some("es")), original);
}

#[test]
fn a_table_goes_out_and_comes_back() {
    let (folder, started) = fresh();
    let id = salon(&started);
    let table = folder.path().join("words.csv");
    started.desk.answer(Some(&table));
    language::table_export(&started.app, &id, "es").unwrap().unwrap();
    let filled = fs::read_to_string(&table)
        .unwrap()
        .replace("Choose a service,", "Choose a service,Elige un servicio");
    fs::write(&table, filled).unwrap();
    started.desk.answer(Some(&table));
    let taken = language::table_import(&started.app, &id, "es").unwrap().unwrap();
    assert_eq!((taken.words, taken.unknown.len()), (1, 0));
    edit(&started.app, &id, &taken.edit);
    assert_eq!(title(&started, &id, Some("es")), "Elige un servicio");
}

#[test]
fn files_that_do_not_fit_are_refused_with_a_sentence() {
    let (folder, started) = fresh();
    let id = salon(&started);
    let file = folder.path().join("other");
    fs::write(&file, flows::gallery::starter("restaurant-table").unwrap().source("pt").unwrap()).unwrap();
    started.desk.answer(Some(&file));
    let error = language::import(&started.app, &id, "pt").unwrap_err();
    assert_eq!(error.code, Code::BadFile);
    assert!(error.sentence.starts_with("other is not this Flow in another language"), "{}", error.sentence);
    fs::write(&file, b"no,columns").unwrap();
    started.desk.answer(Some(&file));
    let error = language::table_import(&started.app, &id, "pt").unwrap_err();
    assert!(error.sentence.contains("has no columns"), "{}", error.sentence);
    assert_eq!(language::export(&started.app, &id, "../x").unwrap_err().code, Code::InvalidEdit);
    started.desk.answer(None);
    assert_eq!(language::export(&started.app, &id, "pt").unwrap(), None);
}
