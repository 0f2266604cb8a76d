//! Several programs write to one document: nobody's acknowledged entry is lost, the late ones hear `Stale`.
//!
//! 7 programs with 100 entries each; `WAYMARK_RACE=1000` for the deep run.

use std::collections::BTreeSet;
use std::process::{Command, Stdio};

use crate::support::{new_document, worker};
use store::Workspace;

#[test]
fn seven_programs_lose_nothing() {
    let each: usize = std::env::var("WAYMARK_RACE").map_or(100, |each| each.parse().expect("a number"));
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = Workspace::open(folder.path(), 1).unwrap();
    let document = workspace.create(new_document()).unwrap();
    let children: Vec<_> = (0..7)
        .map(|name| {
            Command::new(worker())
                .arg("race")
                .arg(folder.path())
                .args([&document, &format!("w{name}"), &each.to_string()])
                .stdout(Stdio::piped())
                .spawn()
                .expect("the worker is built")
        })
        .collect();
    let mut acknowledged = BTreeSet::new();
    for child in children {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success());
        for line in String::from_utf8(output.stdout).unwrap().lines() {
            assert!(acknowledged.insert(line.parse::<u32>().unwrap()), "revision {line} was given twice");
        }
    }
    let all = u32::try_from(7 * each).unwrap();
    assert!(acknowledged.into_iter().eq(1..=all), "every revision was acknowledged once");
    let loaded = workspace.load(&document, 2).unwrap();
    assert_eq!((loaded.lost, loaded.entries.len()), (0, 7 * each));
    for name in 0..7 {
        let own: Vec<&str> = loaded
            .entries
            .iter()
            .filter(|entry| entry.name == format!("w{name}"))
            .map(|entry| entry.change.as_str())
            .collect();
        let expected: Vec<String> = (0..each).map(|count| format!("w{name} {count}")).collect();
        assert_eq!(own, expected);
    }
}
