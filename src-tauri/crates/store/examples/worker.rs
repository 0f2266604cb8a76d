//! Writes to a workspace until it is stopped; the tests of the store kill it.
//!
//! `worker edit FOLDER SEED [POINT COUNT]` appends seeded edits and prints each revision once it is acknowledged;
//! at the COUNT-th time of a write point it dies on the spot. `worker race FOLDER DOCUMENT NAME COUNT` appends
//! COUNT entries beside others that do the same. `worker hold FOLDER` keeps the file for itself until its input ends.
//! `worker probe FOLDER` says what opening gives. `worker save FOLDER SEED COUNT` appends COUNT edits, makes a rolling
//! backup and closes. `worker export FILE SEED FROM TO` exports FROM up to TO, one over the other.
//! `worker restore FOLDER BACKUP` puts a backup in place. `worker day FOLDER SEED` does a day's work, trying again once
//! what fails, and prints what failed.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "the tests see it fail"
)]
#![allow(clippy::cast_possible_truncation, reason = "numbers here are small")]

#[path = "../tests/all/support.rs"]
#[allow(dead_code)] // the tests need the other half
mod support;

use std::io::{Read, Write};
use std::path::Path;

use store::{Error, Kind, NewEntry, Workspace, WritePoint};
use support::{CARD, append_next, new_document, read_back, state};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["edit", folder, seed] => edit(Path::new(folder), seed.parse().unwrap(), None),
        ["edit", folder, seed, point, count] => {
            let point = WritePoint::ALL.into_iter().find(|known| format!("{known:?}") == *point).unwrap();
            edit(Path::new(folder), seed.parse().unwrap(), Some((point, count.parse().unwrap())));
        }
        ["race", folder, document, name, count] => {
            race(Path::new(folder), document, name, count.parse().unwrap());
        }
        ["hold", folder] => hold(Path::new(folder)),
        ["save", folder, seed, count] => {
            save(Path::new(folder), seed.parse().unwrap(), count.parse().unwrap());
        }
        ["export", file, seed, from, to] => {
            let seed = seed.parse().unwrap();
            for number in from.parse().unwrap()..to.parse().unwrap() {
                store::write_atomically(Path::new(file), &support::export(seed, number)).unwrap();
                say(&number.to_string());
            }
        }
        ["restore", folder, backup] => {
            Workspace::restore(Path::new(folder), Path::new(backup), 77).unwrap();
            say("restored");
        }
        ["day", folder, seed] => day(Path::new(folder), seed.parse().unwrap()),
        ["probe", folder] => probe(Path::new(folder)),
        other => panic!("unknown arguments {other:?}"),
    }
}

fn say(line: &str) {
    let mut out = std::io::stdout();
    writeln!(out, "{line}").unwrap();
    out.flush().unwrap();
}

fn edit(folder: &Path, seed: u64, death: Option<(WritePoint, u32)>) {
    let mut workspace = Workspace::open(folder, 1).unwrap();
    if let Some((point, count)) = death {
        let mut times = 0;
        workspace.watch_writes(move |at| {
            times += u32::from(at == point);
            if times == count {
                std::process::abort();
            }
            Ok(())
        });
    }
    let (document, mut revision, mut text) = only_document(&mut workspace);
    loop {
        (revision, text) = append_next(&mut workspace, &document, seed, revision, &text).unwrap();
        say(&revision.to_string());
    }
}

/// The one document, made when it is missing, with its revision and text.
fn only_document(workspace: &mut Workspace) -> (String, u32, String) {
    let known = workspace.documents("flow").unwrap().pop();
    let document = match known {
        Some(document) => document.id,
        None => workspace.create(new_document()).unwrap(),
    };
    let (revision, text) = read_back(&workspace.load(&document, 1).unwrap());
    (document, revision, text)
}

fn save(folder: &Path, seed: u64, count: u32) {
    let mut workspace = Workspace::open(folder, 1).unwrap();
    let (document, mut revision, mut text) = only_document(&mut workspace);
    for _ in 0..count {
        (revision, text) = append_next(&mut workspace, &document, seed, revision, &text).unwrap();
        say(&revision.to_string());
    }
    workspace.roll_backup(i64::from(revision) * 10).unwrap();
    say("backed up");
}

/// Does something, and once more when it fails: the second time it has to work.
fn twice<T>(failed: &mut Vec<String>, mut act: impl FnMut() -> Result<T, Error>) -> T {
    act().unwrap_or_else(|error| {
        failed.push(format!("{error:?}"));
        act().unwrap_or_else(|again| panic!("{error:?}, then {again:?}"))
    })
}

/// Opens, makes a document, edits, exports, backs up, closes, opens and reads; all of it has to come out right.
fn day(folder: &Path, seed: u64) {
    say("begin");
    let failed = &mut Vec::new();
    let mut workspace = twice(failed, || Workspace::open(folder, 1));
    let document = twice(failed, || workspace.create(new_document()));
    let mut text = String::new();
    for revision in 0..3 {
        let next = twice(failed, || append_next(&mut workspace, &document, seed, revision, &text));
        assert_eq!(next.0, revision + 1);
        text = next.1;
    }
    for number in 0..2 {
        let bytes = support::export(seed, number);
        twice(failed, || store::write_atomically(&folder.join("flow.json"), &bytes));
    }
    twice(failed, || workspace.roll_backup(10));
    drop(workspace);
    let mut workspace = twice(failed, || Workspace::open(folder, 2));
    let loaded = twice(failed, || workspace.load(&document, 2));
    assert_eq!((loaded.lost, read_back(&loaded)), (0, (3, text)));
    drop(workspace);
    say(&format!("done {}", failed.join(" ")));
}

fn race(folder: &Path, document: &str, name: &str, count: u32) {
    let mut workspace = Workspace::open(folder, 1).unwrap();
    let mut done = 0;
    while done < count {
        let base = workspace.document(document).unwrap().revision;
        let text = format!("{name} {done}");
        let entry = NewEntry {
            kind: Kind::Edit,
            name,
            at: 1,
            change: &text,
            state: state(&text),
            start_here: true,
            card: &CARD,
        };
        match workspace.append(document, base, entry) {
            Ok(revision) => {
                say(&revision.to_string());
                done += 1;
            }
            Err(Error::Stale { head }) => assert!(head > base),
            Err(Error::Locked) => {}
            Err(other) => panic!("{other:?}"),
        }
    }
}

fn hold(folder: &Path) {
    let connection = rusqlite::Connection::open(folder.join(store::FILE)).unwrap();
    connection.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;").unwrap();
    say("held");
    let _ = std::io::stdin().read(&mut [0]);
}

fn probe(folder: &Path) {
    match Workspace::open(folder, 1) {
        Ok(mut workspace) => {
            let documents = workspace.documents("flow").unwrap();
            let refusal = workspace.create(new_document());
            say(&format!(
                "{} documents, read only: {:?}, create: {refusal:?}",
                documents.len(),
                workspace.read_only()
            ));
        }
        Err(error) => say(&format!("{error:?}")),
    }
}
