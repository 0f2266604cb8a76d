//! The way up from a value: which container it stands in, and where. Made when walking down has cost as much.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::parse::{Entry, Tag};

/// Where an entry stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Link {
    /// Its container; the outermost value is its own.
    pub(super) parent: u32,
    /// Its place among what the container holds: items, or names and values in turn.
    pub(super) index: u32,
}

/// Links of one revision of a tree.
#[derive(Debug, Default)]
pub(super) struct Links {
    walked: AtomicUsize,
    all: OnceLock<Vec<Link>>,
}

impl Clone for Links {
    /// A copy starts anew.
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Links {
    /// The link of an entry, once there are any.
    pub(super) fn get(&self, id: u32) -> Option<Link> {
        self.all.get()?.get(id as usize).copied()
    }

    /// So many entries were passed on the way down to one.
    pub(super) fn walked(&self, passed: usize, entries: &[Entry]) {
        if self.walked.fetch_add(passed, Ordering::Relaxed) + passed > entries.len() + 10_000 {
            self.all.get_or_init(|| links(entries));
        }
    }
}

fn links(entries: &[Entry]) -> Vec<Link> {
    struct Open {
        id: u32,
        end: u32,
        held: u32,
    }
    let mut open: Vec<Open> = Vec::new();
    let mut links = Vec::with_capacity(entries.len());
    for (id, entry) in (0..).zip(entries) {
        while open.last().is_some_and(|container| container.end <= id) {
            open.pop();
        }
        links.push(match open.last_mut() {
            Some(container) => {
                container.held += 1;
                Link { parent: container.id, index: container.held - 1 }
            }
            None => Link { parent: id, index: 0 },
        });
        if matches!(entry.tag, Tag::Array | Tag::Object) {
            open.push(Open { id, end: id + entry.size, held: 0 });
        }
    }
    links
}
