//! Words that people write to a business.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

/// Words by language, from `facts/spoken.json`.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Spoken {
    /// Whoever writes one of them, and nothing else, wants no more marketing messages.
    pub opt_out: BTreeMap<String, Vec<String>>,
    /// Asking for a person.
    pub person: BTreeMap<String, String>,
    /// Yes.
    pub yes: BTreeMap<String, Vec<String>>,
    /// No.
    pub no: BTreeMap<String, Vec<String>>,
}

/// What people write.
pub fn spoken() -> &'static Spoken {
    static SPOKEN: LazyLock<Spoken> = LazyLock::new(|| super::load(include_str!("../../facts/spoken.json")));
    &SPOKEN
}
