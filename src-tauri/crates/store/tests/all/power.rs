//! The power goes while Waymark writes: what it said was saved is saved, and a file is the old or the new one.
//!
//! `WAYMARK_POWER_SAVES=300` and `WAYMARK_EXPORT_TRIALS=10000` for the deep runs.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::crash::verify;
use crate::disk::{Disk, Left, lay};
use crate::recorder::{Deed, Recording};
use crate::support::{Dice, expected, export, read_back, step, worker};
use store::{Backup, FILE, Workspace};

const SEED: u64 = 0x0FF;

fn number(variable: &str, otherwise: usize) -> usize {
    std::env::var(variable).map_or(otherwise, |number| number.parse().expect("a number"))
}

/// Runs the worker under the recorder.
fn record(recording: &mut Recording, arguments: &[&str]) -> bool {
    let worker = worker();
    recording.run(&[&[worker.to_str().unwrap()], arguments].concat())
}

/// A folder in memory where there is one: it is only looked at.
pub(crate) fn scratch() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory).unwrap() } else { tempfile::tempdir().unwrap() }
}

/// Every prefix of a recording with the power cut after it: nothing unsynced left, all of it, some of it `times` over.
/// Gives how many disks were looked at.
fn every_cut<'a>(
    recording: &'a Recording,
    times: usize,
    mut look: impl FnMut(&[Deed], BTreeMap<PathBuf, Option<Vec<u8>>>),
) -> usize {
    let mut dice = Dice(SEED);
    let mut disk: Disk<'a> = Disk::new(recording);
    let mut cuts = 0;
    for (done, deed) in recording.deeds.iter().enumerate() {
        disk.does(deed);
        let ways = if disk.is_at_risk() { 2 + times } else { 1 };
        for way in 0..ways {
            let left = [Left::Nothing, Left::Everything].get(way).copied().unwrap_or(Left::Some);
            look(&recording.deeds[..=done], disk.cut(left, &mut dice));
            cuts += 1;
        }
    }
    cuts
}

/// The last number said.
fn acknowledged(deeds: &[Deed]) -> Option<u32> {
    deeds.iter().rev().find_map(|deed| if let Deed::Said(line) = deed { line.parse().ok() } else { None })
}

fn said(deeds: &[Deed], line: &str) -> bool {
    deeds.iter().any(|deed| matches!(deed, Deed::Said(said) if said == line))
}

/// The texts of all revisions.
fn texts(count: u32) -> Vec<String> {
    let mut texts = vec![String::new()];
    for revision in 1..=count {
        texts.push(step(SEED, revision, &texts[revision as usize - 1]).0);
    }
    texts
}

/// Opens what is left and finds everything that was acknowledged. Gives the revision.
fn open_and_compare(place: &Path, acknowledged: u32, texts: &[String]) -> u32 {
    let revision = verify(place, acknowledged, |revision| texts[revision as usize].clone());
    let connection = rusqlite::Connection::open(place.join(FILE)).unwrap();
    let verdict: String = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(verdict, "ok");
    revision
}

/// Nothing above the file is synced yet: the folder was lost with all that was in it.
#[test]
fn the_first_save_on_a_new_computer_survives_the_power_cut() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("data").join("waymark");
    let mut recording = Recording::of(folder.path());
    assert!(record(&mut recording, &["save", place.to_str().unwrap(), &SEED.to_string(), "1"]));
    let mut disk = Disk::new(&recording);
    recording.deeds.iter().for_each(|deed| disk.does(deed));
    let scratch = scratch();
    lay(&disk.cut(Left::Nothing, &mut Dice(SEED)), scratch.path());
    assert_eq!(open_and_compare(&scratch.path().join("data").join("waymark"), 1, &texts(2)), 1);
}

/// Closed well, killed in the middle, opened again and closed well.
#[test]
fn what_was_saved_survives_the_power_cut() {
    let saves = number("WAYMARK_POWER_SAVES", 6);
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("data").join("waymark");
    let place = place.to_str().unwrap();
    let mut recording = Recording::of(folder.path());
    let (few, most) = ((saves / 6).max(2).to_string(), saves.to_string());
    assert!(record(&mut recording, &["save", place, &SEED.to_string(), &few]));
    assert!(!record(&mut recording, &["edit", place, &SEED.to_string(), "Journaled", &few]));
    assert!(record(&mut recording, &["save", place, &SEED.to_string(), &most]));
    let count = acknowledged(&recording.deeds).unwrap();
    assert!(count as usize >= saves, "{count}");
    let texts = texts(count + 1);
    let mut found = 0;
    let cuts = every_cut(&recording, if saves < 100 { 1 } else { 3 }, |deeds, left| {
        let scratch = scratch();
        lay(&left, scratch.path());
        let place = scratch.path().join("data").join("waymark");
        found += open_and_compare(&place, acknowledged(deeds).unwrap_or(0), &texts);
        if said(deeds, "backed up") {
            assert!(!Backup::list(&place).unwrap().is_empty(), "a backup that was made is gone");
        }
        for backup in Backup::list(&place).unwrap() {
            let whole = rusqlite::Connection::open(Backup::folder(&place).join(backup.name)).unwrap();
            let verdict: String = whole.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
            assert_eq!(verdict, "ok", "a backup is half-made");
        }
    });
    assert!(found > 0);
    println!("{count} saves, {} deeds, {cuts} power cuts, nothing lost", recording.deeds.len());
}

#[test]
fn an_export_is_the_old_or_the_new_one_after_a_power_cut() {
    let trials = number("WAYMARK_EXPORT_TRIALS", 500);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("flow.json");
    let mut recording = Recording::of(folder.path());
    let (mut cuts, mut changed, mut from) = (0, 0, 0);
    while cuts < trials {
        let to = from + 20;
        let arguments = [&SEED.to_string(), &from.to_string(), &to.to_string()].map(String::clone);
        let arguments = arguments.each_ref().map(String::as_str);
        let before = recording.deeds.len();
        assert!(record(&mut recording, &[&["export", file.to_str().unwrap()], &arguments[..]].concat()));
        assert!(recording.deeds.len() > before);
        let mut last = (from > 0).then(|| from - 1);
        cuts += every_cut(&recording, 6, |deeds, left| {
            let acknowledged = acknowledged(deeds);
            if acknowledged < last {
                return; // looked at before
            }
            last = acknowledged;
            let found = left.get(Path::new("flow.json")).and_then(Option::as_ref);
            let old = acknowledged.map(|number| export(SEED, number));
            let new = export(SEED, acknowledged.map_or(0, |number| number + 1));
            let whole = found == old.as_ref() || found == Some(&new);
            assert!(whole, "a mixture after export {acknowledged:?}");
            changed += usize::from(found == Some(&new));
        });
        from = to;
    }
    assert!(changed > 0, "some cuts come after the rename");
    println!("{cuts} power cuts in {from} exports, 0 mixtures");
}

/// A restore is not begun, or is carried to its end at the next opening; what was there is set aside, not lost.
#[test]
fn a_restore_happens_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("waymark");
    let mut recording = Recording::of(folder.path());
    let seed = SEED.to_string();
    assert!(record(&mut recording, &["save", place.to_str().unwrap(), &seed, "3"]));
    let backup = Backup::folder(&place).join(&Backup::list(&place).unwrap()[0].name);
    assert!(record(&mut recording, &["save", place.to_str().unwrap(), &seed, "4"]));
    let before = recording.deeds.len();
    let restore = ["restore", place.to_str().unwrap(), backup.to_str().unwrap()];
    assert!(record(&mut recording, &restore));
    let mut found = BTreeMap::new();
    every_cut(&recording, 4, |deeds, left| {
        if deeds.len() <= before {
            return;
        }
        let scratch = scratch();
        lay(&left, scratch.path());
        let place = scratch.path().join("waymark");
        let mut workspace = Workspace::open(&place, 2).expect("opens after a power cut");
        let document = workspace.documents("flow").unwrap().pop().expect("the document is there");
        let (revision, text) = read_back(&workspace.load(&document.id, 2).unwrap());
        assert!(text == expected(SEED, revision));
        assert!(revision == 7 || revision == 3, "revision {revision}");
        assert!(revision == 3 || !said(deeds, "restored"), "a restore that was done is undone");
        if revision == 3 {
            let replaced = std::fs::read_dir(place.join("replaced")).expect("what was replaced is kept");
            let kept = replaced.map(|entry| entry.unwrap().path().join(FILE)).find(|file| file.exists());
            let kept = rusqlite::Connection::open(kept.expect("what was replaced is kept")).unwrap();
            let head: u32 = kept.query_row("SELECT revision FROM documents", [], |row| row.get(0)).unwrap();
            assert_eq!(head, 7);
        }
        *found.entry(revision).or_insert(0) += 1;
    });
    assert_eq!(found.len(), 2, "cuts fall before and after the decision: {found:?}");
}
