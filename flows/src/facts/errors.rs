use std::sync::LazyLock;

use serde::Deserialize;

use super::load;

/// Whether the same may be tried again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Retry {
    /// As it is, after a pause: it was not taken, so nothing happens twice.
    SafeNow,
    /// Only after a look whether it was done all the same; a message may have gone out.
    LookFirst,
    /// As it is, but only after a longer time; [`ErrorFacts::wait_minutes`] where Meta says how long.
    Later,
    /// Once the message, the template or the account was put right.
    AfterChange,
    /// It will be refused again, whatever is changed in it.
    Never,
}

/// What became of the message that an error came back for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sent {
    /// It was not delivered, and so not charged.
    No,
    /// Nobody can tell from the error; it may have gone out, and then is charged.
    Unknown,
}

/// An error of Meta's platform in plain words.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ErrorFacts {
    /// Meta's code; the first of several.
    pub code: u32,
    /// The last of several codes in a row that mean the same.
    #[serde(default)]
    pub to: Option<u32>,
    /// Subcodes that come with it and say nothing more.
    #[serde(default)]
    pub subcodes: Vec<u32>,
    /// What it is about, for example `template`.
    pub class: String,
    /// Whether the same may be tried again.
    pub retry: Retry,
    /// How long to wait at least, in minutes, where Meta says so.
    #[serde(default)]
    pub wait_minutes: Option<u32>,
    /// What became of the message; nothing where the error is about none.
    #[serde(default)]
    pub sent: Option<Sent>,
    /// What happened: a sentence.
    pub happened: String,
    /// What to do: a sentence.
    pub todo: String,
}

impl ErrorFacts {
    /// Whether it is about this code.
    pub fn is(&self, code: u32) -> bool {
        (self.code..=self.to.unwrap_or(self.code)).contains(&code)
    }
}

/// Every known error of the platform by code, from `facts/errors.json`.
pub fn errors() -> &'static [ErrorFacts] {
    #[derive(Deserialize)]
    struct File {
        errors: Vec<ErrorFacts>,
    }
    static ERRORS: LazyLock<File> = LazyLock::new(|| load(include_str!("../../facts/errors.json")));
    &ERRORS.errors
}

/// The error of this code. A subcode that is known by itself says more than the code and comes first: Meta refuses a
/// template with code 100 and tells by the subcode why. Nothing for codes that are not known.
pub fn error(code: u32, subcode: Option<u32>) -> Option<&'static ErrorFacts> {
    let find = |code: u32| errors().iter().find(|error| error.is(code));
    // Codes below are numbered without regard to subcodes.
    subcode.filter(|subcode| *subcode >= LEAST_SUBCODE).and_then(find).or_else(|| find(code))
}

/// Subcodes with a meaning of their own are numbered from here on; smaller ones are other codes' numbers.
const LEAST_SUBCODE: u32 = 1_000_000;
