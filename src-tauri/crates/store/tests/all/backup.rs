//! Backups are whole, kept within bounds, and come back.

use std::fs;

use store::{BACKUPS_KEPT, Backup, Error, FILE, Workspace};

use crate::support::{CARD, append_next, expected, new_document, read_back, state};

fn with_edits(folder: &std::path::Path, count: u32) -> (Workspace, String) {
    let mut workspace = Workspace::open(folder, 1).unwrap();
    let document = workspace.create(new_document()).unwrap();
    let mut text = String::new();
    for revision in 0..count {
        text = append_next(&mut workspace, &document, 7, revision, &text).unwrap().1;
    }
    (workspace, document)
}

#[test]
fn a_backup_restores_the_work_and_sets_aside_what_was_there() {
    let folder = tempfile::tempdir().unwrap();
    let (mut workspace, document) = with_edits(folder.path(), 5);
    let file = folder.path().join("mine.waymark");
    workspace.back_up_to(&file).unwrap();
    let text = expected(7, 5);
    append_next(&mut workspace, &document, 7, 5, &text).unwrap();
    drop(workspace);
    Workspace::restore(folder.path(), &file, 77).unwrap();
    let mut restored = Workspace::open(folder.path(), 2).unwrap();
    assert_eq!(read_back(&restored.load(&document, 2).unwrap()), (5, text));
    assert!(folder.path().join("replaced").join("77").join(FILE).exists());
}

#[test]
fn a_backup_taken_while_it_is_open_elsewhere_is_refused_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let (workspace, _) = with_edits(folder.path(), 2);
    let file = folder.path().join("mine.waymark");
    workspace.back_up_to(&file).unwrap();
    assert!(matches!(Workspace::restore(folder.path(), &file, 3), Err(Error::Locked)));
    assert_eq!(workspace.documents("flow").unwrap().len(), 1);
}

#[test]
fn twenty_rolling_backups_are_kept_and_only_made_after_a_write() {
    let folder = tempfile::tempdir().unwrap();
    let (mut workspace, document) = with_edits(folder.path(), 1);
    assert!(workspace.roll_backup(100).unwrap());
    assert!(!workspace.roll_backup(101).unwrap(), "nothing was written since");
    let mut text = expected(7, 1);
    for revision in 1..=(BACKUPS_KEPT as u32 + 5) {
        let at = 100 + i64::from(revision) * 10;
        let (change, next) = (format!("0 0 {revision}"), format!("{revision}{text}"));
        let entry = store::NewEntry {
            kind: store::Kind::Edit,
            name: "n",
            at,
            change: &change,
            state: state(&next),
            start_here: true,
            card: &CARD,
        };
        workspace.append(&document, revision, entry).unwrap();
        text = next;
        assert!(workspace.roll_backup(at + 1).unwrap());
    }
    let kept = Backup::list(folder.path()).unwrap();
    assert_eq!(kept.len(), BACKUPS_KEPT);
    assert!(kept.is_sorted_by(|a, b| a.at > b.at), "newest first");
}

#[test]
fn the_newest_backup_comes_back_when_the_file_is_cut_in_half() {
    let folder = tempfile::tempdir().unwrap();
    let (workspace, document) = with_edits(folder.path(), 30);
    workspace.roll_backup(9).unwrap();
    drop(workspace);
    let path = folder.path().join(FILE);
    let bytes = fs::read(&path).unwrap();
    fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
    assert!(matches!(Workspace::open(folder.path(), 10), Err(Error::Damaged(_))));
    let newest = Backup::list(folder.path()).unwrap().remove(0);
    Workspace::restore(folder.path(), &Backup::folder(folder.path()).join(newest.name), 11).unwrap();
    let mut restored = Workspace::open(folder.path(), 12).unwrap();
    assert_eq!(read_back(&restored.load(&document, 12).unwrap()), (30, expected(7, 30)));
    let aside = folder.path().join("replaced").join("11").join(FILE);
    assert_eq!(fs::read(aside).unwrap().len(), bytes.len() / 2, "the damaged file is kept");
}

#[test]
fn what_is_no_workspace_is_no_backup() {
    let folder = tempfile::tempdir().unwrap();
    let (workspace, _) = with_edits(folder.path(), 1);
    drop(workspace);
    for (name, bytes) in [("text", b"{}".as_slice()), ("empty", b""), ("half", b"SQLite format 3\0rubbish")] {
        let file = folder.path().join(name);
        fs::write(&file, bytes).unwrap();
        assert!(matches!(Workspace::restore(folder.path(), &file, 3), Err(Error::NotABackup)), "{name}");
    }
    assert_eq!(Workspace::open(folder.path(), 4).unwrap().documents("flow").unwrap().len(), 1);
}

#[test]
fn a_restore_that_was_interrupted_is_finished_when_it_opens() {
    let folder = tempfile::tempdir().unwrap();
    let (workspace, document) = with_edits(folder.path(), 3);
    // As a kill right after the decision leaves it.
    workspace.back_up_to(&folder.path().join("restoring.db")).unwrap();
    drop(workspace);
    fs::rename(folder.path().join(FILE), folder.path().join("gone")).unwrap();
    let mut opened = Workspace::open(folder.path(), 4).unwrap();
    assert_eq!(read_back(&opened.load(&document, 4).unwrap()), (3, expected(7, 3)));
    assert!(!folder.path().join("restoring.db").exists());
}
