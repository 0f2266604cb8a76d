//! Words that rules about templates look for or propose, by language.

use std::collections::BTreeMap;
use std::sync::LazyLock;

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
    stops: BTreeMap<String, Vec<String>>,
    /// What nobody may ask for.
    secrets: BTreeMap<String, Vec<String>>,
    /// Samples by what a variable's name has in it; the first is for all others.
    samples: Vec<(String, String)>,
}

fn file() -> &'static File {
    static WORDS: LazyLock<File> = LazyLock::new(|| load(include_str!("../../facts/template_words.json")));
    &WORDS
}

/// The first part of Meta's code of a language: `pt` of `pt_BR`.
fn base(language: &str) -> &str {
    language.split(['_', '-']).next().unwrap_or_default()
}

/// Words for mends in a template's language; English where there are none.
pub fn of(language: &str) -> &'static MendingWords {
    static NONE: MendingWords =
        MendingWords { greeting: String::new(), closing: String::new(), stop: String::new() };
    let all = &file().mending;
    all.get(base(language)).or_else(|| all.get("en")).unwrap_or(&NONE)
}

/// Words that say how to stop messages, in the language and in English, in small letters.
pub fn stops(language: &str) -> Vec<&'static str> {
    in_language(&file().stops, language)
}

/// Words for what nobody may ask for, in the language and in English, in small letters.
pub fn secrets(language: &str) -> Vec<&'static str> {
    in_language(&file().secrets, language)
}

fn in_language(words: &'static BTreeMap<String, Vec<String>>, language: &str) -> Vec<&'static str> {
    let base = base(language);
    let own = words.get(base).into_iter().flatten();
    let english = words.get("en").filter(|_| base != "en").into_iter().flatten();
    own.chain(english).map(String::as_str).collect()
}

/// A sample for a variable of that name.
pub fn sample(name: &str) -> &'static str {
    let samples = &file().samples;
    let fitting = samples.iter().skip(1).find(|(part, _)| name.contains(part.as_str()));
    fitting.or_else(|| samples.first()).map(|(_, value)| value.as_str()).unwrap_or_default()
}
