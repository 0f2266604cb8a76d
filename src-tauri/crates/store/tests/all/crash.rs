//! The worker is killed at every named write point and at random moments; nothing it was told to be saved is lost.
//!
//! 150 kills; `WAYMARK_KILLS=1000` for the deep run.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::{expected, read_back, worker};
use store::{Workspace, WritePoint};

const SEED: u64 = 0x5EED;

fn kills() -> u32 {
    std::env::var("WAYMARK_KILLS").map_or(150, |kills| kills.parse().expect("WAYMARK_KILLS is a number"))
}

/// Starts the worker and kills it after so many acknowledged edits (it may die earlier by itself). Gives the last
/// acknowledged revision.
fn run_and_kill(folder: &Path, die_at: Option<(WritePoint, u32)>, kill_after: u32) -> Option<u32> {
    let mut command = Command::new(worker());
    command.arg("edit").arg(folder).arg(SEED.to_string());
    if let Some((point, count)) = die_at {
        command.arg(format!("{point:?}")).arg(count.to_string());
    }
    let mut child =
        command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the worker is built");
    let mut lines = BufReader::new(child.stdout.take().unwrap());
    let mut last = None;
    let mut line = String::new();
    for _ in 0..kill_after {
        line.clear();
        if lines.read_line(&mut line).unwrap() == 0 {
            break;
        }
        last = Some(line.trim().parse().unwrap());
    }
    if die_at.is_none() {
        child.kill().unwrap();
    }
    // What it still acknowledged while the kill was on its way counts too.
    let mut rest = String::new();
    lines.read_to_string(&mut rest).unwrap();
    child.wait().unwrap();
    rest.split_inclusive('\n').filter_map(|line| line.strip_suffix('\n')?.parse().ok()).next_back().or(last)
}

/// Opens what a death left and holds it against what was acknowledged; `text_at` gives the text of a revision. Gives
/// the revision found.
pub(crate) fn verify(folder: &Path, acknowledged: u32, text_at: impl FnOnce(u32) -> String) -> u32 {
    let mut workspace = Workspace::open(folder, 2).expect("opens after a death");
    assert!(workspace.read_only().is_none());
    let Some(document) = workspace.documents("flow").unwrap().pop() else {
        assert_eq!(acknowledged, 0, "an acknowledged document is gone");
        return 0;
    };
    let loaded = workspace.load(&document.id, 2).unwrap();
    assert_eq!(loaded.lost, 0, "entries were lost");
    let (revision, text) = read_back(&loaded);
    assert!(revision >= acknowledged, "revision {acknowledged} was acknowledged, {revision} is there");
    assert!(revision <= acknowledged + 1, "revision {revision} was never asked for");
    assert!(text == text_at(revision), "the text of revision {revision} is another one");
    revision
}

#[test]
fn killed_at_any_moment_it_loses_nothing() {
    let mut folder = tempfile::tempdir().unwrap();
    let mut acknowledged = 0;
    let mut died_at = [0_u32; WritePoint::ALL.len()];
    for trial in 0..kills() {
        // Now and then from nothing, so that making the tables is hit too.
        if trial % 40 == 39 {
            folder = tempfile::tempdir().unwrap();
            acknowledged = 0;
        }
        let which = trial as usize % (WritePoint::ALL.len() + 1);
        let last = match WritePoint::ALL.get(which) {
            Some(point) => {
                died_at[which] += 1;
                run_and_kill(folder.path(), Some((*point, 2 + trial % 23)), u32::MAX)
            }
            None => run_and_kill(folder.path(), None, trial % 31),
        };
        acknowledged = verify(folder.path(), last.unwrap_or(acknowledged).max(acknowledged), |revision| {
            expected(SEED, revision)
        });
    }
    assert!(died_at.iter().all(|count| *count >= kills() / 7), "every write point is hit: {died_at:?}");
}

#[test]
fn killed_while_it_opens_for_the_first_time_it_opens_the_next_time() {
    for delay in 0..40_u64 {
        let folder = tempfile::tempdir().unwrap();
        let mut child = Command::new(worker())
            .args(["edit", folder.path().to_str().unwrap(), "1"])
            .stdout(Stdio::null())
            .spawn()
            .expect("the worker is built");
        let begun = std::time::Instant::now();
        while begun.elapsed() < std::time::Duration::from_micros(delay * 500) {
            std::hint::spin_loop();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let workspace = Workspace::open(folder.path(), 2).expect("opens after a kill");
        assert!(workspace.documents("flow").unwrap().len() <= 1);
    }
}
