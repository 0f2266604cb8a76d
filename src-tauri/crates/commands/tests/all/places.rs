//! A workspace that cannot be used as it is.

use std::fs;

use commands::wire::{Code, RestoreFrom};
use commands::{flow, workspace};

use crate::support::{edit, fresh, import, set, start};

const FLOW: &str = r#"{"version": "7.2", "screens": [{"id": "A", "title": "T"}]}"#;

#[test]
fn a_newer_workspace_is_shown_and_not_changed() {
    let (folder, started) = fresh();
    let id = import(&started, folder.path(), "a.json", FLOW);
    drop(started);
    let file = folder.path().join("workspace").join(store::FILE);
    rusqlite::Connection::open(&file).unwrap().execute_batch("PRAGMA user_version = 99").unwrap();
    let again = start(folder.path());
    let opened = workspace::open(&again.app).unwrap();
    assert_eq!(opened.read_only.unwrap().code, Code::NewerFormat);
    assert_eq!(opened.recent.len(), 1);
    assert_eq!(flow::source(&again.app, &id).unwrap(), FLOW);
    let refused = flow::edit(&again.app, &id, 0, &set("/screens/0", "title", "x")).unwrap_err();
    assert_eq!(refused.code, Code::NewerFormat);
    assert_eq!(flow::source(&again.app, &id).unwrap(), FLOW);
}

#[test]
fn a_damaged_workspace_offers_its_backups_and_comes_back() {
    let (folder, started) = fresh();
    let id = import(&started, folder.path(), "a.json", FLOW);
    edit(&started.app, &id, &set("/screens/0", "title", "Kept"));
    workspace::keep_backup(&started.app).unwrap();
    drop(started);
    let file = folder.path().join("workspace").join(store::FILE);
    let bytes = fs::read(&file).unwrap();
    fs::write(&file, &bytes[..bytes.len() / 2]).unwrap();

    let again = start(folder.path());
    let opened = workspace::open(&again.app).unwrap();
    assert_eq!(opened.read_only.unwrap().code, Code::Damaged);
    assert_eq!(flow::create(&again.app, "x").unwrap_err().code, Code::Damaged);
    let strange = RestoreFrom::Backup { name: "../workspace.db".into() };
    assert_eq!(workspace::restore(&again.app, strange).unwrap_err().code, Code::NotFound);
    let newest = RestoreFrom::Backup { name: opened.backups[0].name.clone() };
    assert!(workspace::restore(&again.app, newest).unwrap().is_some());
    let opened = workspace::open(&again.app).unwrap();
    assert_eq!((opened.read_only, opened.recent.len()), (None, 1));
    assert!(flow::source(&again.app, &id).unwrap().contains("Kept"));
    flow::undo(&again.app, &id).unwrap();
    assert_eq!(flow::source(&again.app, &id).unwrap(), FLOW);
}

#[test]
fn a_backup_goes_to_one_file_and_comes_back_from_it() {
    let (folder, started) = fresh();
    let id = import(&started, folder.path(), "a.json", FLOW);
    let file = folder.path().join("mine.waymark");
    started.desk.answer(Some(&file));
    assert_eq!(workspace::backup(&started.app).unwrap().as_deref(), Some("mine.waymark"));
    edit(&started.app, &id, &set("/screens/0", "title", "Later"));
    started.desk.answer(Some(&file));
    assert_eq!(workspace::restore(&started.app, RestoreFrom::File).unwrap().as_deref(), Some("mine.waymark"));
    assert_eq!(flow::source(&started.app, &id).unwrap(), FLOW);
    let letter = folder.path().join("letter.waymark");
    fs::write(&letter, "Dear Sir").unwrap();
    started.desk.answer(Some(&letter));
    assert_eq!(workspace::restore(&started.app, RestoreFrom::File).unwrap_err().code, Code::BadFile);
    assert_eq!(flow::source(&started.app, &id).unwrap(), FLOW);
    for _ in 0..2 {
        started.desk.answer(None);
    }
    assert_eq!(workspace::backup(&started.app), Ok(None));
    assert_eq!(workspace::restore(&started.app, RestoreFrom::File), Ok(None));
}

#[test]
fn a_damaged_end_of_a_history_is_told_and_the_rest_stands() {
    let (folder, started) = fresh();
    let id = import(&started, folder.path(), "a.json", FLOW);
    for title in ["One", "Two", "Three"] {
        edit(&started.app, &id, &set("/screens/0", "title", title));
    }
    drop(started);
    let file = folder.path().join("workspace").join(store::FILE);
    let connection = rusqlite::Connection::open(&file).unwrap();
    connection.execute_batch("UPDATE edits SET change = 'x' WHERE revision = 2").unwrap();
    drop(connection);
    let again = start(folder.path());
    assert!(flow::source(&again.app, &id).unwrap().contains("One"));
    let told = again.desk.events();
    assert!(matches!(told.as_slice(), [commands::wire::Event::FlowRecovered { lost: 2, .. }]), "{told:?}");
    edit(&again.app, &id, &set("/screens/0", "title", "Four"));
    assert!(flow::source(&start(folder.path()).app, &id).unwrap().contains("Four"));
}
