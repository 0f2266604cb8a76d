//! Pictures that were dropped and wait for the page to say where they go.

use std::path::PathBuf;

/// A drop is taken once; the newest ones are kept.
#[derive(Debug, Default)]
pub(crate) struct Drops {
    waiting: Vec<(String, Vec<PathBuf>)>,
}

const KEPT: usize = 8;

impl Drops {
    pub(crate) fn put(&mut self, token: String, files: Vec<PathBuf>) {
        self.waiting.push((token, files));
        let surplus = self.waiting.len().saturating_sub(KEPT);
        self.waiting.drain(..surplus);
    }

    pub(crate) fn take(&mut self, token: &str) -> Option<Vec<PathBuf>> {
        let index = self.waiting.iter().position(|(known, _)| known == token)?;
        Some(self.waiting.remove(index).1)
    }
}
