//! A disk that loses power. From every prefix of what a program was recorded to do, the disks are rebuilt that a power
//! cut may leave: whatever was not synced is there, is not there, or is torn.
//!
//! The model is the strict one of POSIX, harsher than the file systems people use: each unsynced write, change of
//! length, new name, rename and removal stands or falls by itself; a write may keep any of its 512-byte sectors; a
//! lost write may leave zeros behind; a name lasts when its folder is synced, not when its file is.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::recorder::{Deed, Names, Naming, Node, Recording, parent, put, rename};
use crate::support::Dice;

const SECTOR: usize = 512;

/// A change of a file that is not on the disk yet.
enum Pending<'a> {
    Write { at: usize, bytes: &'a [u8] },
    Truncate { length: usize },
}

#[derive(Default)]
struct File<'a> {
    lasting: Vec<u8>,
    pending: Vec<Pending<'a>>,
}

/// How much of what is not synced a power cut leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Left {
    Nothing,
    Everything,
    /// Each change by itself, at random.
    Some,
}

/// A disk in work: what lasts, and what a power cut may take.
pub(crate) struct Disk<'a> {
    root: &'a str,
    files: BTreeMap<usize, File<'a>>,
    names: Names,
    naming: Vec<&'a Naming>,
}

impl<'a> Disk<'a> {
    /// An empty folder that lasts.
    pub(crate) fn new(recording: &'a Recording) -> Self {
        Self { root: &recording.root, files: BTreeMap::new(), names: Names::new(), naming: Vec::new() }
    }

    /// One deed more.
    pub(crate) fn does(&mut self, deed: &'a Deed) {
        match deed {
            Deed::Write { file, at, bytes } => {
                self.files.entry(*file).or_default().pending.push(Pending::Write { at: *at, bytes });
            }
            Deed::Truncate { file, length } => {
                self.files.entry(*file).or_default().pending.push(Pending::Truncate { length: *length });
            }
            Deed::Sync { file } => {
                let file = self.files.entry(*file).or_default();
                for pending in file.pending.drain(..) {
                    match pending {
                        Pending::Write { at, bytes } => put(&mut file.lasting, at, bytes),
                        Pending::Truncate { length } => file.lasting.resize(length, 0),
                    }
                }
            }
            Deed::SyncFolder { path } => {
                let (lasts, open): (Vec<_>, _) =
                    self.naming.drain(..).partition(|naming| naming.folders().contains(&path.as_str()));
                self.naming = open;
                for naming in lasts {
                    rename(&mut self.names, naming);
                }
            }
            Deed::Name(naming) => self.naming.push(naming),
            Deed::Said(_) => {}
        }
    }

    /// Whether a power cut now could take anything.
    pub(crate) fn is_at_risk(&self) -> bool {
        !self.naming.is_empty() || self.files.values().any(|file| !file.pending.is_empty())
    }

    /// The power goes. What is left: files with their content, folders without.
    pub(crate) fn cut(&self, left: Left, dice: &mut Dice) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
        // Whether much or little is left differs from cut to cut, not only from change to change.
        let odds = 1 + dice.roll(9);
        let mut keeps = |dice: &mut Dice| match left {
            Left::Nothing => false,
            Left::Everything => true,
            Left::Some => dice.roll(10) < odds,
        };
        let mut names = self.names.clone();
        for naming in &self.naming {
            if keeps(dice) {
                rename(&mut names, naming);
            }
        }
        let reachable = |path: &str| {
            let mut folder = parent(path);
            while folder != self.root {
                if names.get(folder) != Some(&Node::Folder) {
                    return false;
                }
                folder = parent(folder);
            }
            true
        };
        let relative = |path: &str| PathBuf::from(path[self.root.len()..].trim_start_matches('/'));
        let there = names.iter().filter(|(path, _)| reachable(path));
        there
            .map(|(path, node)| match node {
                Node::Folder => (relative(path), None),
                Node::File(file) => (relative(path), Some(self.content(*file, left, dice, &mut keeps))),
            })
            .collect()
    }

    fn content(
        &self,
        file: usize,
        left: Left,
        dice: &mut Dice,
        keeps: &mut impl FnMut(&mut Dice) -> bool,
    ) -> Vec<u8> {
        let Some(file) = self.files.get(&file) else { return Vec::new() };
        let mut content = file.lasting.clone();
        for pending in &file.pending {
            match pending {
                Pending::Truncate { length } => {
                    if keeps(dice) {
                        content.resize(*length, 0);
                    }
                }
                Pending::Write { at, bytes } => {
                    if keeps(dice) {
                        put(&mut content, *at, bytes);
                    } else if left == Left::Some {
                        tear(&mut content, *at, bytes, dice);
                    }
                }
            }
        }
        content
    }
}

/// A write that did not wholly reach the disk: gone, zeros where the file grew, or some of its sectors.
fn tear(content: &mut Vec<u8>, at: usize, bytes: &[u8], dice: &mut Dice) {
    let way = dice.roll(3);
    if way > 0 && content.len() < at + bytes.len() && dice.roll(2) == 0 {
        content.resize(at + bytes.len(), 0);
    }
    if way < 2 {
        return;
    }
    let mut from = 0;
    while from < bytes.len() {
        let to = bytes.len().min((at + from) / SECTOR * SECTOR + SECTOR - at);
        if dice.roll(2) == 0 {
            put(content, at + from, &bytes[from..to]);
        }
        from = to;
    }
}

/// Lays what a power cut left into a folder.
pub(crate) fn lay(left: &BTreeMap<PathBuf, Option<Vec<u8>>>, into: &Path) {
    // In order of their names, so a folder comes before what is in it.
    for (path, content) in left {
        match content {
            None => fs::create_dir_all(into.join(path)).unwrap(),
            Some(bytes) => fs::write(into.join(path), bytes).unwrap(),
        }
    }
}
