//! Writes to a workspace until it is stopped; the tests of the store kill it.
//!
//! `worker edit FOLDER SEED [POINT COUNT]` appends seeded edits and prints each revision once it is acknowledged;
//! at the COUNT-th time of a write point it dies on the spot. `worker race FOLDER DOCUMENT NAME COUNT` appends
//! COUNT entries beside others that do the same. `worker hold FOLDER` keeps the file for itself until its input ends.
//! `worker probe FOLDER` says what opening gives.

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

use store::{Error, Kind, NewDocument, NewEntry, Workspace, WritePoint};
use support::{CARD, append_next, read_back, state};

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
    let known = workspace.documents().unwrap().pop();
    let document = match known {
        Some(document) => document.id,
        None => workspace.create(NewDocument { state: state(""), card: CARD, at: 1 }).unwrap(),
    };
    let (mut revision, mut text) = read_back(&workspace.load(&document, 1).unwrap());
    loop {
        (revision, text) = append_next(&mut workspace, &document, seed, revision, &text).unwrap();
        say(&revision.to_string());
    }
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
            card: CARD,
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
            let documents = workspace.documents().unwrap();
            let refusal = workspace.create(NewDocument { state: state(""), card: CARD, at: 1 });
            say(&format!(
                "{} documents, read only: {:?}, create: {refusal:?}",
                documents.len(),
                workspace.read_only()
            ));
        }
        Err(error) => say(&format!("{error:?}")),
    }
}
