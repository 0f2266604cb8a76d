//! Versions of a template or a message: kept, compared, brought back, and there after a restart.

use commands::wire::{Code, RestoreFrom};
use commands::{App, message, workspace};
use flows::check::DocumentKind;

use crate::support::{fresh, set, start};

fn write(app: &App, id: &str, text: &str) -> u32 {
    let revision = message::open(app, id).unwrap().revision;
    message::edit(app, id, revision, &set("/components/0", "text", text)).unwrap().revision
}

fn names(app: &App, id: &str) -> Vec<String> {
    message::versions(app, id).unwrap().into_iter().map(|version| version.name.unwrap_or_default()).collect()
}

/// Differences as `place: before -> after`.
fn told(app: &App, id: &str, version: &str) -> Vec<String> {
    let side = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
    let found = message::compare_version(app, id, version).unwrap();
    found
        .into_iter()
        .map(|one| format!("{}: {} -> {}", one.place, side(one.before), side(one.after)))
        .collect()
}

#[test]
fn a_version_is_compared_with_what_is_here_and_brought_back_as_one_step() {
    let (folder, started) = fresh();
    let app = &started.app;
    let id = message::create(app, DocumentKind::Template, "Order sent", "en_US").unwrap();
    write(app, &id, "Your order is on its way.");
    let kept = message::open(app, &id).unwrap();
    let version = message::keep_version(app, &id, "  Before summer ").unwrap();
    let list = message::versions(app, &id).unwrap();
    assert_eq!((list[0].name.as_deref(), list[0].is_here), (Some("Before summer"), true));
    assert_eq!(message::compare_version(app, &id, &version).unwrap(), []);
    assert_eq!(message::open(app, &id).unwrap(), kept, "keeping is no edit");

    write(app, &id, "Your order leaves today.");
    let revision = write(app, &id, "Your order has left.");
    message::keep_version(app, &id, "Later").unwrap();
    assert_eq!(names(app, &id), ["Later", "Before summer"], "the newest first");
    assert_eq!(told(app, &id, &version), ["Text: Your order has left. -> Your order is on its way."]);
    drop(started);

    let again = start(folder.path());
    let app = &again.app;
    assert_eq!(names(app, &id), ["Later", "Before summer"]);
    let before = message::open(app, &id).unwrap();
    let stale = message::bring_back(app, &id, revision - 1, &version, "x").unwrap_err();
    assert_eq!(stale.code, Code::Stale);
    let back =
        message::bring_back(app, &id, before.revision, &version, "bring back 'Before summer'").unwrap();
    assert_eq!(back.text, kept.text);
    assert_eq!(back.history.undo[0].name, "bring back 'Before summer'");
    assert_eq!(back.history.undo.len(), before.history.undo.len() + 1);
    assert_eq!(message::undo(app, &id).unwrap().text, before.text);
    assert_eq!(message::redo(app, &id).unwrap().text, kept.text);
}

#[test]
fn a_version_is_renamed_dropped_and_put_back() {
    let (_folder, started) = fresh();
    let app = &started.app;
    let id = message::create(app, DocumentKind::Message, "Hello", "en_US").unwrap();
    let other = message::create(app, DocumentKind::Message, "Other", "en_US").unwrap();
    let version = message::keep_version(app, &id, "First").unwrap();
    message::rename_version(app, &id, &version, "Before summer").unwrap();
    for name in ["", "  ", &"n".repeat(81)] {
        let refused = message::rename_version(app, &id, &version, name).unwrap_err();
        assert_eq!(refused.code, Code::InvalidEdit);
        assert_eq!(message::keep_version(app, &id, name).unwrap_err().code, Code::InvalidEdit);
    }
    assert_eq!(names(app, &id), ["Before summer"]);
    assert_eq!(message::drop_version(app, &other, &version).unwrap_err().code, Code::NotFound);
    message::drop_version(app, &id, &version).unwrap();
    assert!(names(app, &id).is_empty());
    assert_eq!(message::compare_version(app, &id, &version).unwrap_err().code, Code::NotFound);
    message::undrop_version(app, &id, &version).unwrap();
    assert_eq!(names(app, &id), ["Before summer"]);
    assert!(names(app, &other).is_empty());
}

/// What is kept while the text cannot be read comes back as it was, letter by letter.
#[test]
fn a_text_that_cannot_be_read_is_a_version_too() {
    let (_folder, started) = fresh();
    let app = &started.app;
    let id = message::create(app, DocumentKind::Template, "Order sent", "en_US").unwrap();
    let whole = message::open(app, &id).unwrap();
    let broken = flows::edit::Edit::ReplaceText { start: 0, end: 1, text: "{ \"é\": ,".to_owned() };
    let broken = message::edit(app, &id, whole.revision, &broken).unwrap();
    assert!(!broken.readable);
    let version = message::keep_version(app, &id, "Broken").unwrap();
    message::undo(app, &id).unwrap();
    let revision = message::open(app, &id).unwrap().revision;
    let back = message::bring_back(app, &id, revision, &version, "bring back").unwrap();
    assert_eq!((back.text, back.readable, &back.json), (broken.text, false, &whole.json));
    assert_eq!(message::undo(app, &id).unwrap().text, whole.text);
}

#[test]
fn a_backup_has_the_versions() {
    let (folder, started) = fresh();
    let app = &started.app;
    let id = message::create(app, DocumentKind::Template, "Order sent", "en_US").unwrap();
    let version = message::keep_version(app, &id, "Before summer").unwrap();
    let place = folder.path().join("mine.waymark");
    started.desk.answer(Some(&place));
    workspace::backup(app).unwrap();
    message::drop_version(app, &id, &version).unwrap();
    started.desk.answer(Some(&place));
    workspace::restore(app, RestoreFrom::File).unwrap();
    assert_eq!(names(app, &id), ["Before summer"]);
}
