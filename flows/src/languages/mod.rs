//! One Flow in several languages. WhatsApp knows no languages in Flow JSON: a business publishes one Flow a
//! language. Here the words of other languages are [`Notes`] of the one Flow that is designed, and a Flow JSON
//! in any of them is made from it.
//!
//! Translations go by the original text, not by its place, as gettext has it: parts can be moved, copied and
//! renamed, and a text that stands in several places is translated once. When an original changes, the words
//! for the old one stay as a left-over and are offered for the text that is most like it.
//!
//! | note | value |
//! |---|---|
//! | `/language` | tag of the language the Flow itself is written in |
//! | `/languages/<tag>` | `{}`: the Flow has this language |
//! | `/words/<tag>/<original>` | the translation, a string |

mod doubt;
mod likeness;
mod same;
mod sentence;
mod shown;
mod table;
mod texts;
mod translate;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use doubt::Doubt;
pub use likeness::Suggestion;
pub use same::{Differs, Same, same};
pub use table::{TableError, Taken, from_table, to_table};
pub use texts::{Role, Text, TextPlace, texts};
pub use translate::translated;

use crate::check::{Checker, Diagnostic};
use crate::edit::{Edit, Notes};
use crate::facts;
use crate::json::{Pointer, Tree};

/// A Flow's languages, as the page shows them. Indexes count in `texts`.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Languages {
    /// Tag of the language the Flow itself is written in, when somebody said so.
    pub own: Option<String>,
    /// What customers read, in screen order, each text once.
    pub texts: Vec<Text>,
    /// The other languages, by tag.
    pub others: Vec<Language>,
    /// Tags of the languages that WhatsApp names.
    pub known: Vec<String>,
}

/// One language of a Flow.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Language {
    /// BCP 47 tag.
    pub tag: String,
    /// How much of it is there.
    pub coverage: Coverage,
    /// Words for texts that no longer stand in the Flow.
    pub left_over: Vec<LeftOver>,
    /// Left-over words that may fit a text without any.
    pub suggestions: Vec<Suggestion>,
    /// What is odd about translations.
    pub doubts: Vec<Doubtful>,
    /// What the checks say of the Flow in this language and not of the original.
    pub findings: Vec<Diagnostic>,
}

/// How much of a language is there. Counts texts with letters in them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Coverage {
    /// Texts with a translation.
    pub translated: u32,
    /// All of them.
    pub total: u32,
}

impl Coverage {
    /// Whether nothing is missing.
    pub fn is_whole(self) -> bool {
        self.translated == self.total
    }
}

/// A translation whose original is gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct LeftOver {
    /// The text it was made for.
    pub original: String,
    /// The translation.
    pub words: String,
}

/// A doubt about one translation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Doubtful {
    /// Which text.
    pub text: u32,
    /// What is odd.
    pub doubt: Doubt,
}

/// All there is to know of a Flow's languages.
pub fn languages(tree: &Tree, notes: &Notes) -> Languages {
    let texts = texts(tree);
    let original = Checker::default().check(tree);
    let others = tags(notes).map(|tag| language(tree, notes, &texts, &original, tag)).collect();
    let own = notes.get(&own_note()).and_then(Value::as_str).map(str::to_owned);
    Languages { own, texts, others, known: facts::languages().to_vec() }
}

fn language(tree: &Tree, notes: &Notes, texts: &[Text], original: &[Diagnostic], tag: String) -> Language {
    let words = words(notes, &tag);
    let known = |finding: &Diagnostic| {
        original
            .iter()
            .any(|other| other.rule == finding.rule && other.place.pointer == finding.place.pointer)
    };
    let mut findings = Checker::default().check(&Tree::parse(translated(tree, notes, &tag)));
    findings.retain(|finding| !known(finding));
    let doubts = (0_u32..).zip(texts).flat_map(|(text, of)| {
        let said = words.get(of.original.as_str()).copied().unwrap_or_default();
        doubt::doubts(of, said).into_iter().map(move |doubt| Doubtful { text, doubt })
    });
    let left_over = left_over(texts, &words);
    Language {
        coverage: covered(texts, &words),
        suggestions: likeness::suggestions(texts, &words, &left_over),
        doubts: doubts.collect(),
        left_over,
        findings,
        tag,
    }
}

/// How much of a language is there.
pub fn coverage(tree: &Tree, notes: &Notes, tag: &str) -> Coverage {
    covered(&texts(tree), &words(notes, tag))
}

fn covered(texts: &[Text], words: &BTreeMap<String, &str>) -> Coverage {
    let counted = texts.iter().filter(|text| text.has_letters);
    let (total, translated) = counted.fold((0, 0), |(total, translated), text| {
        (total + 1, translated + u32::from(words.contains_key(&text.original)))
    });
    Coverage { translated, total }
}

fn left_over(texts: &[Text], words: &BTreeMap<String, &str>) -> Vec<LeftOver> {
    let gone = words.iter().filter(|(original, _)| !texts.iter().any(|text| text.original == **original));
    gone.map(|(original, words)| LeftOver { original: original.clone(), words: (*words).to_owned() })
        .collect()
}

/// Tags of the Flow's other languages, in order.
pub fn tags(notes: &Notes) -> impl Iterator<Item = String> {
    below(notes, "/languages/").map(|(tag, _)| tag)
}

/// Whether a text may be a language's tag: BCP 47's letters, digits and hyphens.
pub fn is_tag(tag: &str) -> bool {
    let part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    let first = tag.split('-').next().unwrap_or_default();
    first.len() >= 2
        && tag.len() <= 35
        && first.bytes().all(|b| b.is_ascii_alphabetic())
        && tag.split('-').all(part)
}

/// Whether people write this language from right to left.
pub fn is_rtl(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default().to_ascii_lowercase();
    let latin = parts.any(|part| part.eq_ignore_ascii_case("Latn"));
    !latin
        && ["ar", "he", "fa", "ur", "ps", "prs", "yi", "dv", "ug", "sd", "ckb"].contains(&language.as_str())
}

/// Whether the first strong letter runs right to left; none when there is no letter.
pub fn starts_rtl(text: &str) -> Option<bool> {
    text.chars().find(|char| char.is_alphabetic()).map(|char| {
        // Hebrew, Arabic, Syriac, Thaana, N'Ko and the other blocks that Unicode reserves for such scripts.
        matches!(char, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}'
            | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
    })
}

/// The name a Flow goes by in another language, here and at Meta.
pub fn name_in(name: &str, tag: &str) -> String {
    format!("{name} ({tag})")
}

/// The note that says a Flow has a language.
pub fn language_note(tag: &str) -> Pointer {
    Pointer::root().key("languages").key(tag)
}

/// The note with the language the Flow itself is written in.
pub fn own_note() -> Pointer {
    Pointer::root().key("language")
}

/// The note with the translation of a text.
pub fn words_note(tag: &str, original: &str) -> Pointer {
    Pointer::root().key("words").key(tag).key(original)
}

/// Translations into a language, by original text; blank ones are none.
fn words<'n>(notes: &'n Notes, tag: &str) -> BTreeMap<String, &'n str> {
    let way = Pointer::root().key("words").key(tag).0 + "/";
    let words = below(notes, &way).filter_map(|(original, value)| Some((original, value.as_str()?)));
    words.filter(|(_, words)| !words.trim().is_empty()).collect()
}

/// Notes directly below a way, by their last part.
fn below<'n>(notes: &'n Notes, way: &str) -> impl Iterator<Item = (String, &'n Value)> {
    let first = Pointer(way.to_owned());
    let below = notes.range(first.clone()..).take_while(move |(at, _)| at.0.starts_with(&first.0));
    below.filter_map(|(at, value)| Some((at.split()?.1, value)))
}

/// The step that takes these translations in.
fn taken(name: String, tag: &str, words: impl IntoIterator<Item = (String, String)>) -> Edit {
    let note = |at, value| Edit::SetNote { at, value: Some(value) };
    let mut edits = vec![note(language_note(tag), Value::Object(serde_json::Map::new()))];
    edits.extend(words.into_iter().map(|(original, words)| note(words_note(tag, &original), words.into())));
    Edit::Batch { name: Some(name), edits }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_told_from_other_words() {
        for tag in ["es", "pt-BR", "zh-Hant-TW", "fil", "prs-AF"] {
            assert!(is_tag(tag), "{tag}");
        }
        for odd in ["", "e", "pt_BR", "es/MX", "es-", "-es", "12", "español"] {
            assert!(!is_tag(odd), "{odd}");
        }
    }

    #[test]
    fn direction_goes_by_the_language() {
        for (tag, rtl) in [("ar-EG", true), ("he", true), ("prs-AF", true), ("uz-Latn", false), ("es", false)]
        {
            assert_eq!(is_rtl(tag), rtl, "{tag}");
        }
    }
}
