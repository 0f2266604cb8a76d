use serde::{Deserialize, Serialize};

use super::super::record::Unknown;

/// A number that Meta writes now as a number, now as a text: times, ids of templates, numbers of phones. It is written
/// back as it came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Digits {
    /// As a number.
    Number(i64),
    /// As a text.
    Text(String),
}

impl Digits {
    /// The number, when it is a whole one.
    pub fn number(&self) -> Option<i64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Text(text) => text.parse().ok(),
        }
    }
}

impl From<i64> for Digits {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for Digits {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Digits {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl Unknown for Digits {
    fn unknown(&self, _: &str, _: &mut Vec<String>) {}
}
