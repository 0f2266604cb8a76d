use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization as _;

use super::files::{fold, is_device, is_forbidden};
use super::write::BESIDE;
use super::{DocumentKind, ProjectDocument, folder};
use crate::json::Tree;
use crate::template::Template;

/// How the name of a zipped project ends.
pub const ENDING: &str = "waymark";

/// Bytes of a name: as many as leave room for an ending and a number on every system.
const LONGEST: usize = 120;

/// A name as every file system takes it, without an ending. `instead` is given for one of which nothing is left.
pub fn file_stem(name: &str, instead: &str) -> String {
    let plain: String = name.nfc().map(|letter| if is_forbidden(letter) { '-' } else { letter }).collect();
    let mut stem = String::new();
    for letter in plain.trim().chars() {
        if stem.len() + letter.len_utf8() > LONGEST {
            break;
        }
        stem.push(letter);
    }
    let stem = stem.trim_end_matches(['.', ' ']);
    // A name that begins with a dot is hidden.
    let stem = stem.strip_prefix('.').map_or_else(|| stem.to_owned(), |rest| format!("-{rest}"));
    match stem.as_str() {
        "" => instead.to_owned(),
        device if is_device(device) => format!("_{device}"),
        _ => stem,
    }
}

/// Paths that are taken.
#[derive(Default)]
pub(super) struct Taken(BTreeSet<String>);

impl Taken {
    /// A free path for a document; those of what lies beside it are free too.
    pub(super) fn document(&mut self, document: &ProjectDocument) -> String {
        let stem = stem_of(document);
        let folder = folder(document.kind);
        let paths = |stem: &str| {
            let own = [".json"].into_iter().chain(BESIDE);
            own.map(|ending| format!("{folder}/{stem}{ending}")).collect::<Vec<_>>()
        };
        let stem = self.free(&stem, |stem| paths(stem));
        format!("{folder}/{stem}.json")
    }

    /// A free path for a picture or file.
    pub(super) fn media(&mut self, name: &str) -> String {
        let (stem, ending) = name.rsplit_once('.').map_or((name, ""), |(stem, ending)| (stem, ending));
        let ending: String = ending.nfc().filter(|letter| letter.is_alphanumeric()).take(10).collect();
        let ending = if ending.is_empty() { ending } else { format!(".{ending}") };
        let path = |stem: &str| format!("{}/{stem}{ending}", super::MEDIA);
        let stem = self.free(&file_stem(stem, "file"), |stem| vec![path(stem)]);
        path(&stem)
    }

    fn free(&mut self, stem: &str, paths: impl Fn(&str) -> Vec<String>) -> String {
        let numbered = (2_u32..).map(|number| format!("{stem} {number}"));
        let mut candidates = std::iter::once(stem.to_owned()).chain(numbered);
        let is_free = |stem: &String| paths(stem).iter().all(|path| !self.0.contains(&fold(path)));
        let stem = candidates.find(is_free).unwrap_or_else(|| stem.to_owned());
        self.0.extend(paths(&stem).iter().map(|path| fold(path)));
        stem
    }
}

/// A template goes by its name at Meta and its language, everything else by its name.
fn stem_of(document: &ProjectDocument) -> String {
    if document.kind != DocumentKind::Template {
        return file_stem(&document.name, document.kind.name());
    }
    let tree = Tree::parse(document.text.as_str());
    let template = Template::of(&tree);
    let name = file_stem(template.name.as_deref().unwrap_or_default(), "template");
    match template.language.as_deref().filter(|language| !language.trim().is_empty()) {
        Some(language) => file_stem(&format!("{name}.{language}"), "template"),
        None => name,
    }
}
