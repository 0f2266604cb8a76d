//! Records with `strace` what a program does to its files, and what it says meanwhile.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// Calls that change files, and those that say which file is meant.
const CALLS: &str = "openat,close,pwrite64,write,lseek,ftruncate,fsync,fdatasync,copy_file_range,sendfile,rename,\
                     renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,rmdir,open,creat,writev,pwritev,pwritev2,truncate,\
                     fallocate,sync_file_range,link,linkat,symlink,symlinkat,dup,dup2,dup3";

/// What a program did to the disk, or said.
#[derive(Debug, Clone)]
pub(crate) enum Deed {
    Write {
        file: usize,
        at: usize,
        bytes: Vec<u8>,
    },
    Truncate {
        file: usize,
        length: usize,
    },
    Sync {
        file: usize,
    },
    SyncFolder {
        path: String,
    },
    Name(Naming),
    /// A line on standard output: what was acknowledged.
    Said(String),
}

/// A change of a folder.
#[derive(Debug, Clone)]
pub(crate) enum Naming {
    File {
        path: String,
        file: usize,
    },
    Folder {
        path: String,
    },
    Remove {
        path: String,
    },
    /// The node is named by itself: its first name may never have reached the disk.
    Rename {
        from: String,
        to: String,
        node: Node,
    },
}

impl Naming {
    /// The folders it changes.
    pub(crate) fn folders(&self) -> [&str; 2] {
        let (one, other) = match self {
            Self::File { path, .. } | Self::Folder { path } | Self::Remove { path } => (path, path),
            Self::Rename { from, to, .. } => (from, to),
        };
        [parent(one), parent(other)]
    }
}

pub(crate) fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(parent, _)| parent)
}

/// What a name leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Node {
    File(usize),
    Folder,
}

pub(crate) type Names = BTreeMap<String, Node>;

pub(crate) fn rename(names: &mut Names, naming: &Naming) {
    match naming {
        Naming::File { path, file } => drop(names.insert(path.clone(), Node::File(*file))),
        Naming::Folder { path } => drop(names.insert(path.clone(), Node::Folder)),
        Naming::Remove { path } => drop(names.remove(path)),
        Naming::Rename { from, to, node } => {
            names.remove(from);
            names.insert(to.clone(), *node);
        }
    }
}

/// Deeds in order, over all runs of the program.
#[derive(Default)]
pub(crate) struct Recording {
    pub(crate) root: String,
    pub(crate) deeds: Vec<Deed>,
    /// As the program sees it.
    names: Names,
    files: usize,
}

impl Recording {
    /// Records what happens below a folder that is there and lasts.
    pub(crate) fn of(root: &Path) -> Self {
        Self { root: root.to_str().unwrap().to_owned(), ..Self::default() }
    }

    /// Runs a program and records it; gives whether it ended well.
    pub(crate) fn run(&mut self, command: &[&str]) -> bool {
        let log = tempfile::NamedTempFile::new().unwrap();
        let status = Command::new("strace")
            .args([
                "-qq",
                "-xx",
                "-s",
                "100000000",
                "-e",
                "signal=none",
                "-e",
                &format!("trace={CALLS}"),
                "-o",
            ])
            .arg(log.path())
            .args(command)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .expect("strace is there: `cargo xtask test` installs it");
        let text = fs::read_to_string(log.path()).unwrap();
        assert!(!text.is_empty(), "strace may not watch programs here");
        let mut open = BTreeMap::from([(1, Open { path: String::new(), node: None, at: 0 })]);
        for line in text.lines() {
            self.read(line, &mut open);
        }
        status.success()
    }

    fn read(&mut self, line: &str, open: &mut BTreeMap<i64, Open>) {
        let Some((call, rest)) = line.split_once('(') else { return };
        let Some((arguments, result)) = rest.rsplit_once(") = ").or_else(|| rest.rsplit_once(')')) else {
            return;
        };
        let result: i64 = match result.trim_start_matches([' ', '=']).split(' ').next().map(str::parse) {
            Some(Ok(result)) if result >= 0 => result,
            _ => return, // it failed, or the program died in it
        };
        let arguments: Vec<&str> = arguments.split(", ").collect();
        let number = |index: usize| arguments[index].parse::<i64>().unwrap_or(0);
        let length = |index: usize| usize::try_from(number(index)).unwrap();
        match call {
            "openat" => {
                let path = place(open, arguments[0], arguments[1]);
                let create = arguments[2].contains("O_CREAT");
                let opened = self.open(path, create, arguments[2].contains("O_TRUNC"));
                open.insert(result, opened);
            }
            "close" => drop(open.remove(&number(0))),
            "write" if number(0) == 1 => self.deeds.push(Deed::Said(text(arguments[1]).trim().to_owned())),
            "write" | "pwrite64" => {
                let Some(Open { node: Some(Node::File(file)), at, .. }) = open.get_mut(&number(0)) else {
                    return;
                };
                let bytes = bytes(arguments[1]);
                assert_eq!(i64::try_from(bytes.len()), Ok(result), "{line:.80}");
                let place = if call == "write" { *at } else { length(3) };
                if call == "write" {
                    *at += bytes.len();
                }
                self.deeds.push(Deed::Write { file: *file, at: place, bytes });
            }
            "lseek" => {
                if let Some(opened) = open.get_mut(&number(0)) {
                    opened.at = usize::try_from(result).unwrap();
                }
            }
            "copy_file_range" | "sendfile" => {
                let (from, to) = if call == "sendfile" { (1, 0) } else { (0, 2) };
                let moved = usize::try_from(result).unwrap();
                self.copy(open, number(from), number(to), moved);
            }
            "ftruncate" => {
                if let Some(Node::File(file)) = open.get(&number(0)).and_then(|opened| opened.node) {
                    self.deeds.push(Deed::Truncate { file, length: length(1) });
                }
            }
            "fsync" | "fdatasync" => match open.get(&number(0)) {
                Some(Open { node: Some(Node::File(file)), .. }) => {
                    self.deeds.push(Deed::Sync { file: *file });
                }
                Some(Open { node: Some(Node::Folder), path, .. }) => {
                    self.deeds.push(Deed::SyncFolder { path: path.clone() });
                }
                _ => {}
            },
            "rename" => self.rename(text(arguments[0]), text(arguments[1])),
            "renameat" => {
                let from = place(open, arguments[0], arguments[1]);
                self.rename(from, place(open, arguments[2], arguments[3]));
            }
            "unlinkat" => self.name(Naming::Remove { path: place(open, arguments[0], arguments[1]) }),
            "unlink" | "rmdir" => self.name(Naming::Remove { path: text(arguments[0]) }),
            "mkdir" => self.name(Naming::Folder { path: text(arguments[0]) }),
            other => panic!("the program calls {other}, which is not understood yet"),
        }
    }

    fn open(&mut self, path: String, create: bool, empty: bool) -> Open {
        let node = if path == self.root {
            Some(Node::Folder)
        } else if !path.starts_with(&self.root) {
            None
        } else if let Some(node) = self.names.get(&path) {
            if let (Node::File(file), true) = (*node, empty) {
                self.deeds.push(Deed::Truncate { file, length: 0 });
            }
            Some(*node)
        } else if create {
            let file = self.files;
            self.files += 1;
            self.name(Naming::File { path: path.clone(), file });
            Some(Node::File(file))
        } else {
            Some(Node::Folder)
        };
        Open { path, node, at: 0 }
    }

    fn rename(&mut self, from: String, to: String) {
        if let Some(node) = self.names.get(&from).copied() {
            self.name(Naming::Rename { from, to, node });
        }
    }

    fn name(&mut self, naming: Naming) {
        if naming.folders().iter().all(|folder| folder.starts_with(&self.root)) {
            rename(&mut self.names, &naming);
            self.deeds.push(Deed::Name(naming));
        }
    }

    /// A copy inside the kernel: what was written to the one so far is written to the other.
    fn copy(&mut self, open: &mut BTreeMap<i64, Open>, from: i64, to: i64, moved: usize) {
        let (Some(source), Some(target)) = (open.get(&from), open.get(&to)) else { return };
        let (source, at, (target, place)) = (source.node, source.at, (target.node, target.at));
        let (Some(Node::File(source)), Some(Node::File(target))) = (source, target) else { return };
        let mut content = Vec::new();
        for deed in &self.deeds {
            match deed {
                Deed::Write { file, at, bytes } if *file == source => put(&mut content, *at, bytes),
                Deed::Truncate { file, length } if *file == source => content.resize(*length, 0),
                _ => {}
            }
        }
        let bytes = content[at..at + moved].to_vec();
        self.deeds.push(Deed::Write { file: target, at: place, bytes });
        for (number, by) in [(from, moved), (to, moved)] {
            if let Some(opened) = open.get_mut(&number) {
                opened.at += by;
            }
        }
    }
}

/// An open file of the program.
struct Open {
    path: String,
    /// `None` outside of what is recorded.
    node: Option<Node>,
    at: usize,
}

/// Bytes as `strace -xx` writes them.
fn bytes(quoted: &str) -> Vec<u8> {
    let digits = quoted.trim_matches('"').split("\\x").skip(1);
    digits.map(|digits| u8::from_str_radix(digits, 16).unwrap()).collect()
}

/// The path a call with a folder and a name means.
fn place(open: &BTreeMap<i64, Open>, folder: &str, name: &str) -> String {
    let name = text(name);
    match folder.parse().ok().and_then(|folder: i64| open.get(&folder)) {
        Some(folder) if !name.starts_with('/') => format!("{}/{name}", folder.path),
        _ => name,
    }
}

fn text(quoted: &str) -> String {
    String::from_utf8(bytes(quoted)).unwrap()
}

pub(crate) fn put(content: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    if content.len() < at + bytes.len() {
        content.resize(at + bytes.len(), 0);
    }
    content[at..at + bytes.len()].copy_from_slice(bytes);
}
