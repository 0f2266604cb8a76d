use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization as _;

use super::{BadPath, ProjectError};

/// How much a project may have.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Files.
    pub files: usize,
    /// Bytes of one file: as much as the largest file that WhatsApp takes.
    pub bytes_of_one: u64,
    /// Bytes of all files, unpacked.
    pub bytes: u64,
    /// So many times the packed size is the most that comes out of it.
    pub ratio: u64,
}

/// The limits of the format. Ours: far above any project that people make, far below what a computer could not hold.
pub const LIMITS: Limits =
    Limits { files: 10_000, bytes_of_one: 100_000_000, bytes: 200_000_000, ratio: 100 };

/// Bytes that a part of a path, and a whole one, may have.
const LONGEST: (usize, usize) = (200, 400);

/// Files by path: parts between `/`, in NFC, each of which every system can hold; no two the same but for upper and lower case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Files {
    by_path: BTreeMap<String, Vec<u8>>,
    /// Folded path to the path.
    folded: BTreeMap<String, String>,
    bytes: u64,
}

impl Files {
    /// Adds a file, within the [`LIMITS`].
    pub fn add(&mut self, path: &str, bytes: Vec<u8>) -> Result<(), ProjectError> {
        let path = path_of(path)?;
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if size > LIMITS.bytes_of_one {
            return Err(ProjectError::TooLarge { path });
        }
        if self.by_path.len() >= LIMITS.files {
            return Err(ProjectError::TooMany);
        }
        let all = self.bytes.saturating_add(size);
        if all > LIMITS.bytes {
            return Err(ProjectError::TooMuch);
        }
        let folded = fold(&path);
        match self.folded.get(&folded) {
            Some(other) if *other == path => return Err(ProjectError::Twice { path }),
            Some(other) => return Err(ProjectError::Clash { one: other.clone(), other: path }),
            None => {}
        }
        self.bytes = all;
        self.folded.insert(folded, path.clone());
        self.by_path.insert(path, bytes);
        Ok(())
    }

    /// What is in a file.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.by_path.get(path).map(Vec::as_slice)
    }

    /// All files, by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.by_path.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.by_path.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.by_path.is_empty()
    }

    /// The same files from a folder within: without its name, and without what lies outside, which is given beside.
    pub(super) fn within(self, folder: &str) -> (Self, Vec<String>) {
        let (mut within, mut outside) = (Self::default(), Vec::new());
        for (path, bytes) in self.by_path {
            match path.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/')) {
                Some(rest) => {
                    within.folded.insert(fold(rest), rest.to_owned());
                    within.bytes += bytes.len() as u64;
                    within.by_path.insert(rest.to_owned(), bytes);
                }
                None => outside.push(path),
            }
        }
        (within, outside)
    }
}

/// A path as it is kept, or why it may not be.
pub fn path_of(path: &str) -> Result<String, ProjectError> {
    let bad = |why| Err(ProjectError::path(path, why));
    if path.starts_with(['/', '\\']) || path.as_bytes().get(1) == Some(&b':') {
        return bad(BadPath::Absolute);
    }
    let kept: String = path.nfc().collect();
    if kept.len() > LONGEST.1 {
        return bad(BadPath::Long);
    }
    for part in kept.split(['/', '\\']) {
        if part == ".." {
            return bad(BadPath::Outside);
        }
    }
    for part in kept.split('/') {
        if part.is_empty() || part == "." {
            return bad(BadPath::Empty);
        }
        if part.chars().any(is_forbidden) {
            return bad(BadPath::Character);
        }
        if part.ends_with(['.', ' ']) {
            return bad(BadPath::End);
        }
        if is_device(part) {
            return bad(BadPath::Device);
        }
        if part.len() > LONGEST.0 {
            return bad(BadPath::Long);
        }
    }
    Ok(kept)
}

/// What some system cannot hold in a name, and what turns the direction of writing around so that a name reads as another.
pub(super) fn is_forbidden(letter: char) -> bool {
    letter.is_control()
        || r#"\/:*?"<>|"#.contains(letter)
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Whether Windows takes it for a device, whatever its ending.
pub(super) fn is_device(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or_default().trim_end();
    let is = |name: &str| stem.eq_ignore_ascii_case(name);
    let numbered = |name: &str| {
        let mut letters = stem.chars();
        let number = letters.next_back();
        letters.as_str().eq_ignore_ascii_case(name)
            && number.is_some_and(|it| it.is_ascii_digit() || matches!(it, '¹' | '²' | '³'))
    };
    ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].into_iter().any(is)
        || numbered("COM")
        || numbered("LPT")
}

/// A path as systems compare it that do not mind upper and lower case.
pub fn fold(path: &str) -> String {
    // To upper and back: letters with several lower forms become one.
    path.nfkc().flat_map(char::to_uppercase).flat_map(char::to_lowercase).nfc().collect()
}
