//! Files and folders that are not as they should be: a typed error each, and nothing is lost.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use store::{Error, FILE, Workspace, write_atomically};

use crate::support::{append_next, new_document, worker};

fn with_one(folder: &Path) -> String {
    let mut workspace = Workspace::open(folder, 1).unwrap();
    let document = workspace.create(new_document()).unwrap();
    append_next(&mut workspace, &document, 7, 0, "").unwrap();
    document
}

#[test]
fn a_newer_format_is_read_and_never_written() {
    let folder = tempfile::tempdir().unwrap();
    let document = with_one(folder.path());
    let connection = rusqlite::Connection::open(folder.path().join(FILE)).unwrap();
    connection
        .execute_batch("PRAGMA user_version = 9; ALTER TABLE documents ADD COLUMN colour TEXT;")
        .unwrap();
    drop(connection);
    let before = fs::read(folder.path().join(FILE)).unwrap();
    let mut workspace = Workspace::open(folder.path(), 2).unwrap();
    assert!(matches!(workspace.read_only(), Some(Error::NewerFormat { found: 9, known: 5 })));
    assert_eq!(workspace.load(&document, 2).unwrap().entries.len(), 1);
    let refused = append_next(&mut workspace, &document, 7, 1, "");
    assert!(matches!(refused, Err(Error::NewerFormat { .. })), "{refused:?}");
    assert!(matches!(workspace.roll_backup(3), Err(Error::NewerFormat { .. })));
    drop(workspace);
    assert!(fs::read(folder.path().join(FILE)).unwrap() == before, "not a byte is written");
}

#[test]
fn a_file_another_program_holds_is_locked_and_works_afterwards() {
    let folder = tempfile::tempdir().unwrap();
    with_one(folder.path());
    let mut holder = Command::new(worker())
        .arg("hold")
        .arg(folder.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the worker is built");
    let mut line = String::new();
    BufReader::new(holder.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert!(matches!(Workspace::open(folder.path(), 2), Err(Error::Locked)));
    drop(holder.stdin.take());
    holder.wait().unwrap();
    assert_eq!(Workspace::open(folder.path(), 2).unwrap().documents("flow").unwrap().len(), 1);
}

#[test]
fn a_file_cut_anywhere_is_damaged_or_whole_and_never_changed() {
    let folder = tempfile::tempdir().unwrap();
    with_one(folder.path());
    let path = folder.path().join(FILE);
    let bytes = fs::read(&path).unwrap();
    for part in 1..16 {
        let cut = &bytes[..bytes.len() * part / 16];
        fs::write(&path, cut).unwrap();
        match Workspace::open(folder.path(), 2).map(|workspace| workspace.documents("flow").unwrap().len()) {
            Err(Error::Damaged(_)) => assert!(fs::read(&path).unwrap() == cut, "{part}/16"),
            other => panic!("{part}/16: {other:?}"),
        }
    }
}

#[test]
fn a_file_that_is_no_database_is_damaged() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(FILE), "a letter to my landlord, long enough to be looked at by anybody")
        .unwrap();
    assert!(matches!(Workspace::open(folder.path(), 2), Err(Error::Damaged(_))));
}

#[cfg(unix)]
#[test]
fn a_place_that_cannot_be_written_to_is_read_with_its_journal() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;

    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("place");
    with_one(&place);
    // A last write that is still in the journal: the worker dies before it can fold it in.
    let child =
        Command::new(worker()).arg("edit").arg(&place).args(["7", "Committed", "3"]).output().unwrap();
    assert!(!child.status.success());
    assert!(place.join(format!("{FILE}-wal")).metadata().unwrap().len() > 0);
    for entry in fs::read_dir(&place).unwrap() {
        fs::set_permissions(entry.unwrap().path(), fs::Permissions::from_mode(0o444)).unwrap();
    }
    fs::set_permissions(&place, fs::Permissions::from_mode(0o555)).unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    // The superuser may write anywhere, so somebody else looks.
    let program = folder.path().join("worker");
    fs::copy(worker(), &program).unwrap();
    let mut probe = Command::new(&program);
    probe.arg("probe").arg(&place).current_dir("/");
    if fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0) {
        probe.uid(65534).gid(65534);
    }
    let said = String::from_utf8(probe.output().unwrap().stdout).unwrap();
    fs::set_permissions(&place, fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(said.trim(), "1 documents, read only: Some(ReadOnly), create: Err(ReadOnly)");
}

#[test]
fn an_export_that_fails_leaves_the_old_file_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("flow.json");
    write_atomically(&target, b"old").unwrap();
    assert!(write_atomically(&folder.path().join("missing").join("flow.json"), b"new").is_err());
    fs::create_dir(folder.path().join("taken")).unwrap();
    assert!(write_atomically(&folder.path().join("taken"), b"new").is_err());
    assert_eq!(fs::read(&target).unwrap(), b"old");
    let names: Vec<_> =
        fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 2, "no temporary file is left: {names:?}");
}

#[test]
fn a_reader_sees_the_old_or_the_new_export_and_never_a_mixture() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("flow.json");
    let whole = |round: usize| vec![b'a' + (round % 26) as u8; 20_000 + round % 7 * 4_000];
    write_atomically(&target, &whole(0)).unwrap();
    let rounds = 300;
    let path = target.clone();
    let writer = std::thread::spawn(move || {
        for round in 1..=rounds {
            write_atomically(&path, &whole(round)).unwrap();
        }
    });
    let mut reads = 0;
    while !writer.is_finished() {
        let bytes = fs::read(&target).unwrap();
        assert!(bytes.len() >= 20_000 && bytes.iter().all(|byte| *byte == bytes[0]), "a mixture was read");
        reads += 1;
    }
    writer.join().unwrap();
    assert!(reads > 0);
    assert!(fs::read(&target).unwrap() == whole(rounds));
}
