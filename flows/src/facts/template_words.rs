//! Words that rules about templates look for or propose, by language.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use serde::Deserialize;

use super::load;

/// Words of a language that mends put into a text.
#[derive(Debug, Clone, Deserialize)]
pub struct MendingWords {
    /// Begins a message: "Hello".
    pub greeting: String,
    /// Ends one: "Thank you for choosing us!"
    pub closing: String,
    /// Says how to stop marketing.
    pub stop: String,
}

#[derive(Deserialize)]
struct File {
    mending: BTreeMap<String, MendingWords>,
    /// What a text says when people can stop messages.
    stops: BTreeMap<String, WordList>,
    /// What nobody may ask for.
    secrets: BTreeMap<String, WordList>,
    /// Samples by what a variable's name has in it; the first is for all others.
    samples: Vec<(String, String)>,
}

fn file() -> &'static File {
    static WORDS: LazyLock<File> = LazyLock::new(|| load(include_str!("../../facts/template_words.json")));
    &WORDS
}

/// The first part of Meta's code of a language: `pt` of `pt_BR`.
pub fn base(language: &str) -> &str {
    language.split(['_', '-']).next().unwrap_or_default()
}

/// Words for mends in a template's language; English where there are none.
pub fn of(language: &str) -> &'static MendingWords {
    static NONE: MendingWords =
        MendingWords { greeting: String::new(), closing: String::new(), stop: String::new() };
    let all = &file().mending;
    all.get(base(language)).or_else(|| all.get("en")).unwrap_or(&NONE)
}

/// Words of a language, found in one pass.
#[derive(Debug, Clone, Deserialize)]
#[serde(try_from = "Vec<String>")]
struct WordList(AhoCorasick);

impl TryFrom<Vec<String>> for WordList {
    type Error = aho_corasick::BuildError;

    fn try_from(words: Vec<String>) -> Result<Self, Self::Error> {
        AhoCorasick::new(words).map(Self)
    }
}

impl WordList {
    /// The first of the words in a text that is in small letters, with nothing of a word right before or after.
    fn find<'s>(&self, text: &'s str) -> Option<&'s str> {
        let is_inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let found = self.0.find_overlapping_iter(text).find(|found| {
            let before = text.get(..found.start()).and_then(|before| before.chars().next_back());
            let after = text.get(found.end()..).and_then(|after| after.chars().next());
            !is_inside(before) && !is_inside(after)
        });
        found.and_then(|found| text.get(found.range()))
    }
}

/// What a text in small letters says about how to stop messages, in the language or in English.
pub fn stop<'s>(language: &str, text: &'s str) -> Option<&'s str> {
    find(&file().stops, language, text)
}

/// What a text in small letters asks for that nobody may ask for, in the language or in English.
pub fn secret<'s>(language: &str, text: &'s str) -> Option<&'s str> {
    find(&file().secrets, language, text)
}

fn find<'s>(lists: &BTreeMap<String, WordList>, language: &str, text: &'s str) -> Option<&'s str> {
    let base = base(language);
    let own = lists.get(base).and_then(|words| words.find(text));
    own.or_else(|| lists.get("en").filter(|_| base != "en")?.find(text))
}

/// A sample for a variable of that name.
pub fn sample(name: &str) -> &'static str {
    let samples = &file().samples;
    let fitting = samples.iter().skip(1).find(|(part, _)| name.contains(part.as_str()));
    fitting.or_else(|| samples.first()).map(|(_, value)| value.as_str()).unwrap_or_default()
}
