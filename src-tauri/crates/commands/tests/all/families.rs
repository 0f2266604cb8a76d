//! A template in its languages, and what Meta would take for the same.

use commands::wire::{Code, Family};
use commands::{App, message};
use flows::check::DocumentKind;
use flows::edit::Edit;
use flows::json::Pointer;

use crate::support::{fresh, start};

fn write(app: &App, id: &str, at: &str, text: &str) {
    let revision = message::open(app, id).unwrap().revision;
    let edit = Edit::ReplaceValue { at: Pointer(at.to_owned()), value: text.into() };
    message::edit(app, id, revision, &edit).unwrap();
}

/// Texts of each language, as the table shows them.
fn texts(family: &Family) -> Vec<Vec<Option<&str>>> {
    family.languages.iter().map(|one| one.texts.iter().map(Option::as_deref).collect()).collect()
}

#[test]
fn a_template_gets_a_language_that_is_written_text_by_text() {
    let (_folder, started) = fresh();
    let app = &started.app;
    let id = message::use_starter(app, "order-confirmed", "en_US", "en").unwrap();
    assert_eq!(message::family(app, &id).unwrap().languages.len(), 1);
    let spanish = message::add_language(app, &id, "es").unwrap();
    let open = message::open(app, &spanish).unwrap();
    assert_eq!((&open.json["name"], &open.json["language"]), (&"order_confirmed".into(), &"es".into()));

    let family = message::family(app, &id).unwrap();
    let places: Vec<&str> = family.rows.iter().map(|row| row.at.0.as_str()).collect();
    assert_eq!(places, ["/components/0/text", "/components/1/text", "/components/2/buttons/0/text"]);
    let left: Vec<u32> = family.languages.iter().map(|one| one.left).collect();
    assert_eq!(left, [0, 3], "the new one says what the first one says");
    write(app, &spanish, "/components/0/text", "Gracias por tu pedido");
    write(app, &spanish, "/components/2/buttons/0/text", "");
    let family = message::family(app, &id).unwrap();
    assert_eq!(family.languages[1].left, 2, "what is empty is to be written");
    assert_eq!(texts(&family)[1][0], Some("Gracias por tu pedido"));
    assert!(family.languages[1].blocked > 0);
    let other = message::family(app, &spanish).unwrap();
    assert_eq!((other.clashes.len(), other.twins.len()), (0, 0));
}

/// Each language with how many of its texts are to be written.
fn counts(family: &Family) -> Vec<(&str, bool, u32)> {
    family.languages.iter().map(|one| (one.language.as_str(), one.is_original, one.left)).collect()
}

#[test]
fn how_much_is_written_is_the_same_whichever_language_is_open() {
    let (folder, started) = fresh();
    let app = &started.app;
    let english = message::use_starter(app, "order-confirmed", "en_US", "en").unwrap();
    let spanish = message::add_language(app, &english, "es").unwrap();
    write(app, &spanish, "/components/0/text", "Gracias por tu pedido");
    // A language that is added while another one is open begins as the original, too.
    let german = message::add_language(app, &spanish, "de").unwrap();
    write(app, &german, "/components/0/text", "Danke");
    write(app, &german, "/components/1/text", "Hallo {{first_name}}, wir haben {{order_number}}.");
    let told = [("en_US", true, 0), ("de", false, 1), ("es", false, 2)];
    for open in [&english, &spanish, &german] {
        let family = message::family(app, open).unwrap();
        assert_eq!((counts(&family), family.counted, family.rows.len()), (told.to_vec(), 3, 3));
    }

    // A text that the original does not have can be written where it is, and is not counted.
    let revision = message::open(app, &german).unwrap().revision;
    let footer = serde_json::json!({"type": "FOOTER", "text": "Nur heute"});
    let add = Edit::InsertItem { at: Pointer("/components".to_owned()), index: 3, value: footer };
    message::edit(app, &german, revision, &add).unwrap();
    let family = message::family(app, &german).unwrap();
    assert_eq!((counts(&family), family.counted, family.rows.len()), (told.to_vec(), 3, 4));
    assert_eq!(texts(&family)[1][3], Some("Nur heute"));
    assert_eq!(message::family(app, &english).unwrap().rows.len(), 3);
    drop(started);

    // It is remembered; without it the next oldest is the original.
    let again = start(folder.path());
    assert_eq!(counts(&message::family(&again.app, &german).unwrap()), told);
    message::delete(&again.app, &english).unwrap();
    let family = message::family(&again.app, &german).unwrap();
    assert_eq!(counts(&family)[0], ("es", true, 0));
}

#[test]
fn a_language_is_there_once_and_one_of_whatsapps() {
    let (_folder, started) = fresh();
    let app = &started.app;
    let id = message::use_starter(app, "order-confirmed", "en_US", "en").unwrap();
    for language in ["en_US", "tlh", ""] {
        assert_eq!(
            message::add_language(app, &id, language).unwrap_err().code,
            Code::InvalidEdit,
            "{language}"
        );
    }
    let free = message::create(app, DocumentKind::Message, "Hi", "en_US").unwrap();
    assert_eq!(message::add_language(app, &free, "es").unwrap_err().code, Code::InvalidEdit);
    assert_eq!(message::family(app, &free).unwrap(), Family::default());
    assert_eq!(message::list(app).unwrap().len(), 2, "nothing was made");
}

#[test]
fn what_another_language_does_not_have_shows_as_missing() {
    let (_folder, started) = fresh();
    let app = &started.app;
    let id = message::use_starter(app, "order-confirmed", "en_US", "en").unwrap();
    let spanish = message::add_language(app, &id, "es").unwrap();
    let revision = message::open(app, &spanish).unwrap().revision;
    let gone = Edit::RemoveItems { items: vec![Pointer("/components/2".to_owned())] };
    message::edit(app, &spanish, revision, &gone).unwrap();
    let family = message::family(app, &id).unwrap();
    assert_eq!(texts(&family)[1][2], None);
    assert_eq!(family.languages[1].left, 3);
}

#[test]
fn names_that_clash_and_texts_that_are_the_same_are_told() {
    let (_folder, started) = fresh();
    let app = &started.app;
    let first = message::use_starter(app, "order-confirmed", "en_US", "en").unwrap();
    let second = message::use_starter(app, "order-confirmed", "en_US", "en").unwrap();
    let family = message::family(app, &first).unwrap();
    assert_eq!((family.clashes.as_slice(), family.twins.len()), (&["Order confirmed".to_owned()][..], 0));
    assert_eq!(family.languages.len(), 1, "it is no other language");
    // With a name of its own it is a duplicate, until it says something else.
    write(app, &second, "/name", "order_taken");
    let family = message::family(app, &first).unwrap();
    assert_eq!((family.clashes.len(), family.twins.as_slice()), (0, &["Order confirmed".to_owned()][..]));
    write(app, &second, "/components/1/text", "Hello {{first_name}}, your order is here.");
    assert_eq!(message::family(app, &first).unwrap().twins.len(), 0);
}
