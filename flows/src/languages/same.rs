//! The same Flow in another language, as a file of its own: its words become translations.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::sentence::Sentence;
use super::taken;
use super::texts::{Found, found};
use crate::edit::Edit;
use crate::json::{Kind, Node, Pointer, Tree};

/// So many places are named where two Flows differ. Ours.
const NAMED: usize = 20;

/// What a Flow in another language gives.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Same {
    /// The step that takes the words in.
    pub edit: Edit,
    /// Texts it has words for.
    pub words: u32,
    /// Texts that it says in several ways; the first one is taken.
    pub several: Vec<String>,
    /// Where it differs in something that is no text (an address, a picture): the original's stays.
    pub other: Vec<Pointer>,
}

/// Why a Flow is not the same in another language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type, thiserror::Error)]
#[error("the two Flows are built differently")]
pub struct Differs {
    /// Where: the first places in this Flow, or in the other when this has no such place.
    pub places: Vec<Pointer>,
}

/// Reads the words of `other`, the same Flow in the language `tag`.
pub fn same(tree: &Tree, other: &Tree, tag: &str) -> Result<Same, Differs> {
    if other.error().is_some() || tree.error().is_some() {
        return Err(Differs { places: vec![Pointer::root()] });
    }
    let mine = found(tree);
    let texts: BTreeSet<&str> = mine.iter().map(|found| found.place.at.0.as_str()).collect();
    let mut differences = Differences { texts: &texts, built: Vec::new(), other: Vec::new() };
    differences.between(tree.root(), other.root(), &Pointer::root());
    let theirs: BTreeMap<String, Sentence> =
        found(other).into_iter().map(|found| (found.place.at.0, found.sentence)).collect();
    let mut words: BTreeMap<String, String> = BTreeMap::new();
    let mut several = BTreeSet::new();
    for Found { sentence, place, .. } in &mine {
        let Some(said) = theirs.get(&place.at.0).and_then(|other| sentence.words_of(other)) else {
            differences.built.push(place.at.clone());
            continue;
        };
        if words.get(&sentence.text).is_some_and(|known| *known != said) {
            several.insert(sentence.text.clone());
        } else {
            words.insert(sentence.text.clone(), said);
        }
    }
    let Differences { mut built, mut other, .. } = differences;
    if !built.is_empty() {
        built.truncate(NAMED);
        return Err(Differs { places: built });
    }
    other.truncate(NAMED);
    Ok(Same {
        words: u32::try_from(words.len()).unwrap_or(u32::MAX),
        edit: taken(format!("take in words ({tag})"), tag, words),
        several: several.into_iter().collect(),
        other,
    })
}

struct Differences<'a> {
    /// Places of texts, which may differ.
    texts: &'a BTreeSet<&'a str>,
    built: Vec<Pointer>,
    other: Vec<Pointer>,
}

impl Differences<'_> {
    fn between(&mut self, mine: Node<'_>, theirs: Node<'_>, at: &Pointer) {
        if self.texts.contains(at.0.as_str()) && theirs.kind() == Kind::String {
            return;
        }
        match (mine.kind(), theirs.kind()) {
            (Kind::Object, Kind::Object) => {
                for member in mine.members() {
                    let at = at.clone().key(&member.key());
                    match theirs.get(&member.key()) {
                        Some(other) => self.between(member.value, other, &at),
                        None => self.built.push(at),
                    }
                }
                let new = theirs.members().filter(|member| mine.get(&member.key()).is_none());
                self.built.extend(new.map(|member| at.clone().key(&member.key())));
            }
            (Kind::Array, Kind::Array) => {
                let (here, there) = (mine.items().count(), theirs.items().count());
                for (index, (mine, theirs)) in mine.items().zip(theirs.items()).enumerate() {
                    self.between(mine, theirs, &at.clone().index(index));
                }
                if here != there {
                    self.built.push(at.clone().index(here.min(there)));
                }
            }
            (one, other) if one == other => {
                if mine.to_value() != theirs.to_value() {
                    let kind = at.split().is_some_and(|(_, key)| key == "type");
                    if kind { self.built.push(at.clone()) } else { self.other.push(at.clone()) }
                }
            }
            _ => self.built.push(at.clone()),
        }
    }
}
