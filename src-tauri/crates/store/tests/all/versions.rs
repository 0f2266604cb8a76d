//! Texts that are kept to come back to.

use store::{Backup, Error, FILE, IntentState, Live, NewDocument, NewVersion, Workspace};

use crate::support::{CARD, state};

fn template(workspace: &mut Workspace) -> String {
    let new = NewDocument { kind: "template", state: state("{}"), card: &CARD, at: 1 };
    workspace.create(new).unwrap()
}

fn named<'a>(document: &'a str, name: &'a str, text: &'a str, at: i64) -> NewVersion<'a> {
    NewVersion { document, name: Some(name), account: None, text, at }
}

fn names(workspace: &Workspace, document: &str) -> Vec<String> {
    workspace.versions(document).unwrap().into_iter().map(|found| found.name.unwrap_or_default()).collect()
}

#[test]
fn a_version_is_kept_byte_for_byte_and_listed_newest_first() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = Workspace::open(folder.path(), 1).unwrap();
    let (document, other) = (template(&mut workspace), template(&mut workspace));
    let text = "{\r\n\t\"a\": \"é\" }\n";
    let first = workspace.keep_version(named(&document, "First", text, 5)).unwrap();
    workspace.keep_version(named(&document, "Second", "{}", 9)).unwrap();
    workspace.keep_version(named(&document, "Third", "{}", 9)).unwrap();
    workspace.keep_version(named(&other, "Other", "{}", 7)).unwrap();
    assert_eq!(names(&workspace, &document), ["Third", "Second", "First"]);
    drop(workspace);
    let workspace = Workspace::open(folder.path(), 10).unwrap();
    let (version, kept) = workspace.version(&document, &first).unwrap();
    assert_eq!((kept.as_str(), version.at), (text, 5));
    assert!(matches!(workspace.version(&other, &first), Err(Error::NotFound("version"))), "of its document");
}

#[test]
fn a_version_is_renamed_and_a_dropped_one_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = Workspace::open(folder.path(), 1).unwrap();
    let document = template(&mut workspace);
    let id = workspace.keep_version(named(&document, "Before", "{}", 5)).unwrap();
    workspace.rename_version(&document, &id, "Before summer", 6).unwrap();
    assert_eq!(names(&workspace, &document), ["Before summer"]);
    workspace.set_version_dropped(&document, &id, true, 7).unwrap();
    assert!(names(&workspace, &document).is_empty());
    assert!(matches!(workspace.version(&document, &id), Err(Error::NotFound("version"))));
    workspace.set_version_dropped(&document, &id, false, 8).unwrap();
    assert_eq!(names(&workspace, &document), ["Before summer"]);
    assert!(matches!(workspace.rename_version(&document, "none", "x", 9), Err(Error::NotFound("version"))));
    assert!(matches!(workspace.keep_version(named("none", "x", "{}", 9)), Err(Error::NotFound(_))));
}

#[test]
fn a_backup_is_made_for_a_version_alone_and_brings_it_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = Workspace::open(folder.path(), 1).unwrap();
    let document = template(&mut workspace);
    assert!(workspace.roll_backup(100).unwrap());
    let id = workspace.keep_version(named(&document, "Before summer", "{\"a\": 1}", 150)).unwrap();
    assert!(workspace.roll_backup(200).unwrap(), "keeping a version is something written");
    workspace.set_version_dropped(&document, &id, true, 250).unwrap();
    assert!(workspace.roll_backup(300).unwrap(), "and so is dropping it");
    assert!(!workspace.roll_backup(301).unwrap());
    drop(workspace);
    let before = Backup::folder(folder.path()).join("workspace-200.waymark");
    Workspace::restore(folder.path(), &before, 400).unwrap();
    let workspace = Workspace::open(folder.path(), 401).unwrap();
    assert_eq!(workspace.version(&document, &id).unwrap().1, "{\"a\": 1}");
}

#[test]
fn a_text_that_is_not_what_was_kept_is_never_brought_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = Workspace::open(folder.path(), 1).unwrap();
    let document = template(&mut workspace);
    let id = workspace.keep_version(named(&document, "Kept", "{}", 5)).unwrap();
    drop(workspace);
    let file = rusqlite::Connection::open(folder.path().join(FILE)).unwrap();
    file.execute("UPDATE versions SET text = '[]'", []).unwrap();
    drop(file);
    let workspace = Workspace::open(folder.path(), 6).unwrap();
    assert!(matches!(workspace.version(&document, &id), Err(Error::Damaged(_))));
    assert_eq!(names(&workspace, &document), ["Kept"], "the list still tells of it");
}

/// A workspace of the format before has what was sent in, and no versions.
#[test]
fn what_was_sent_in_before_there_were_versions_is_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = Workspace::open(folder.path(), 1).unwrap();
    let (sent, taken) = (template(&mut workspace), template(&mut workspace));
    for document in [&sent, &taken] {
        let live = Live {
            document: document.clone(),
            account: "a".to_owned(),
            remote_id: "1".to_owned(),
            status: "APPROVED".to_owned(),
            text: Some("{\"sent\": 1}".to_owned()),
            text_hash: None,
            detail: String::new(),
            at: 90,
        };
        workspace.put_live(&live).unwrap();
    }
    let intent = workspace.begin_intent(&sent, "a", "submit", "n", 40).unwrap();
    workspace.settle_intent(&intent, IntentState::Done, Some("1"), 50).unwrap();
    drop(workspace);
    let file = rusqlite::Connection::open(folder.path().join(FILE)).unwrap();
    file.execute_batch(
        "DROP TABLE versions; ALTER TABLE accounts DROP COLUMN messaging_limit; PRAGMA user_version = 3",
    )
    .unwrap();
    drop(file);

    let workspace = Workspace::open(folder.path(), 100).unwrap();
    let versions = workspace.versions(&sent).unwrap();
    let [version] = versions.as_slice() else { panic!("{versions:?}") };
    assert_eq!((version.account.as_deref(), version.name.as_deref(), version.at), (Some("a"), None, 50));
    assert_eq!(workspace.version(&sent, &version.id).unwrap().1, "{\"sent\": 1}");
    assert!(workspace.versions(&taken).unwrap().is_empty(), "it was never sent in from here");
}
