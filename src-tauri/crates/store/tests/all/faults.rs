//! The n-th call to the system fails, for every call and every n: a typed error, the work as it was, nothing left
//! lying about, and the next try works.
//!
//! Some of them in every run; `WAYMARK_FAULTS=all` for each.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use crate::power::scratch;
use crate::support::{export, read_back, worker};
use store::{Backup, FILE, Workspace};

const SEED: u64 = 3;

/// Calls of the store and of `SQLite` to the system, and how they may fail.
const CALLS: [(&str, &[&str]); 21] = [
    ("openat", &["EACCES", "EIO"]),
    ("pwrite64", &["ENOSPC", "EIO"]),
    ("write", &["ENOSPC", "EIO"]),
    ("ftruncate", &["ENOSPC", "EIO"]),
    ("fsync", &["ENOSPC", "EIO"]),
    ("fdatasync", &["ENOSPC", "EIO"]),
    ("renameat", &["EACCES", "EIO"]),
    ("rename", &["EACCES", "EIO"]),
    ("mkdir", &["ENOSPC", "EACCES"]),
    ("unlink", &["EACCES", "EIO"]),
    ("unlinkat", &["EACCES", "EIO"]),
    ("read", &["EIO"]),
    ("pread64", &["EIO"]),
    ("newfstatat", &["EIO"]),
    ("statx", &["EIO"]),
    ("fcntl", &["EAGAIN", "EIO"]),
    ("fchmod", &["EPERM"]),
    ("fchown", &["EPERM"]),
    ("lseek", &["EIO"]),
    ("getdents64", &["EIO"]),
    ("access", &["EIO"]),
];

/// Runs a day's work under `strace` and gives what it says at the end and the log of its calls.
fn day(folder: &Path, extra: &[&str]) -> (String, String) {
    let log = tempfile::NamedTempFile::new().unwrap();
    let names = CALLS.map(|(name, _)| name).join(",");
    let output = Command::new("strace")
        .args(["-qq", "-e", "signal=none", "-e", &format!("trace={names}"), "-o"])
        .arg(log.path())
        .args(extra)
        .arg(worker())
        .args(["day", folder.to_str().unwrap(), &SEED.to_string()])
        .output()
        .expect("strace is there: `cargo xtask test` installs it");
    let said = String::from_utf8(output.stdout).unwrap();
    let last = said.lines().last().unwrap_or_default().to_owned();
    let last = if last.starts_with("done") { last } else { String::from_utf8(output.stderr).unwrap() };
    (last, std::fs::read_to_string(log.path()).unwrap())
}

/// The calls of each kind that belong to the work, by their number: after its first word and before its last.
/// Giving a lock back is left out: a system that cannot do that has lost the file anyway.
fn counted(log: &str) -> BTreeMap<&str, Vec<usize>> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut counted: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut begun = false;
    for line in log.lines() {
        if line.starts_with("write(1, \"done") {
            break;
        }
        let name = line.split('(').next().unwrap();
        let number = seen.entry(name).or_default();
        *number += 1;
        if begun && !line.contains("F_UNLCK") {
            counted.entry(name).or_default().push(*number);
        }
        begun |= line.starts_with("write(1, \"begin");
    }
    counted
}

/// The work is there, whole, and nothing else; a removal that failed and stopped nothing may leave something.
fn look(folder: &Path, what: &str, may_leave: bool) {
    let mut workspace = Workspace::open(folder, 3).unwrap_or_else(|error| panic!("{what}: {error:?}"));
    let documents = workspace.documents("flow").unwrap();
    let loaded = workspace.load(&documents.last().unwrap().id, 3).unwrap();
    assert_eq!((documents.len(), read_back(&loaded).0, loaded.lost), (1, 3, 0), "{what}");
    drop(workspace);
    assert!(std::fs::read(folder.join("flow.json")).unwrap() == export(SEED, 1), "{what}");
    assert_eq!(Backup::list(folder).unwrap().len(), 1, "{what}");
    let mut there: Vec<String> = Vec::new();
    for place in [folder.to_owned(), Backup::folder(folder)] {
        there
            .extend(std::fs::read_dir(place).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()));
    }
    there.sort();
    if !may_leave {
        assert_eq!(there, ["backups", "flow.json", "workspace-10.waymark", FILE], "{what}");
    }
}

/// What a step may say: something the caller can act on.
fn is_typed(error: &str, call: &str, way: &str) -> bool {
    ["ReadOnly", "DiskFull", "Locked", "Io"].iter().any(|known| error.starts_with(known))
        // SQLite takes a sector that cannot be read for a damaged disk.
        || (call, way) == ("pread64", "EIO") && error.starts_with("Damaged")
}

#[test]
fn whichever_call_fails_the_next_try_works_and_nothing_is_left() {
    let every = std::env::var("WAYMARK_FAULTS").is_ok_and(|which| which == "all");
    let folder = scratch();
    let (said, log) = day(&folder.path().join("place"), &[]);
    assert_eq!(said, "done ");
    let (mut tried, mut told, mut turn) = (0, 0, 0);
    for (call, numbers) in counted(&log) {
        let (_, ways) = CALLS.iter().find(|(name, _)| *name == call).unwrap();
        for (number, way) in numbers.iter().flat_map(|number| ways.iter().map(move |way| (number, *way))) {
            turn += 1;
            // A step that shares no factor with the number of ways comes to each of them.
            if !every && turn % 23 != 0 {
                continue;
            }
            let what = format!("{call} number {number} fails with {way}");
            let place = folder.path().join("day");
            let (said, _) = day(&place, &["-e", &format!("inject={call}:error={way}:when={number}")]);
            let Some(errors) = said.strip_prefix("done ") else { panic!("{what}: {said}") };
            assert!(errors.is_empty() || is_typed(errors, call, way), "{what}: {errors}");
            look(&place, &what, errors.is_empty());
            std::fs::remove_dir_all(place).unwrap();
            tried += 1;
            told += usize::from(!errors.is_empty());
        }
    }
    assert!(told > 0 && told < tried);
    println!("{tried} calls failed one by one, {told} were told, {} were got over", tried - told);
}
