use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

/// A Flow JSON version. Ordered by number: 1.10 comes after 1.9. A string in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Version {
    /// Before the point.
    pub major: u8,
    /// After the point.
    pub minor: u8,
}

impl Version {
    /// A version by its two numbers.
    pub const fn new(major: u8, minor: u8) -> Self {
        Self { major, minor }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

/// The text is not two plain numbers with a point between them.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not a version such as 7.3")]
pub struct NotAVersion(String);

impl FromStr for Version {
    type Err = NotAVersion;

    fn from_str(text: &str) -> Result<Self, NotAVersion> {
        let number = |digits: &str| {
            let plain =
                digits.bytes().all(|b| b.is_ascii_digit()) && (digits == "0" || !digits.starts_with('0'));
            plain.then(|| digits.parse().ok()).flatten()
        };
        text.split_once('.')
            .and_then(|(major, minor)| Some(Self { major: number(major)?, minor: number(minor)? }))
            .ok_or_else(|| NotAVersion(text.to_owned()))
    }
}

impl TryFrom<String> for Version {
    type Error = NotAVersion;

    fn try_from(text: String) -> Result<Self, NotAVersion> {
        text.parse()
    }
}

impl From<Version> for String {
    fn from(version: Version) -> Self {
        version.to_string()
    }
}

/// What may be done with a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VersionState {
    /// Flows of it can be published.
    Publishable,
    /// Meta accepts it but does not offer it.
    Hidden,
    /// Old Flows keep working; nothing new can be published.
    Frozen,
}

/// One version.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct VersionFacts {
    /// Its number.
    pub version: Version,
    /// What may be done with it.
    pub state: VersionState,
    /// When it came out, `YYYY-MM-DD`, where known.
    pub released: Option<String>,
    /// `data_api_version`s that go with it.
    #[serde(default)]
    pub data_api: Vec<String>,
}

/// Every version there is.
#[derive(Debug, Clone, Deserialize)]
pub struct Versions {
    /// What a new Flow should use.
    pub recommended: Version,
    /// Oldest first.
    pub versions: Vec<VersionFacts>,
}

impl Versions {
    /// What is known of a version.
    pub fn get(&self, version: Version) -> Option<&VersionFacts> {
        self.versions.iter().find(|facts| facts.version == version)
    }
}

/// Every version there is, from `facts/versions.json`.
pub fn versions() -> &'static Versions {
    static VERSIONS: LazyLock<Versions> =
        LazyLock::new(|| super::load(include_str!("../../facts/versions.json")));
    &VERSIONS
}
