//! Facts of the platform, from the dated files in `facts/`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

/// Where the API lies and what it takes.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct GraphApi {
    /// Base URL without version.
    pub base_url: String,
    /// The version we speak, for example `v25.0`.
    pub version: String,
    /// Domains below which files of Flows are downloaded from.
    pub asset_domains: Vec<String>,
    /// Largest Flow JSON in bytes.
    pub flow_json_max_bytes: usize,
    /// Largest webhook in bytes.
    pub webhook_max_bytes: usize,
    /// Categories a Flow can have.
    pub flow_categories: Vec<String>,
}

/// What kind of trouble an error code means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// The token is missing, expired or revoked.
    Authentication,
    /// Too many calls.
    Rate,
    /// Trouble at Meta.
    Server,
    /// Everything else: the request was refused.
    Refusal,
}

#[derive(Deserialize)]
struct Errors {
    codes: Vec<Code>,
}

#[derive(Deserialize)]
struct Code {
    code: i64,
    class: String,
}

/// Empty when the file cannot be read, which a test rules out.
static CLASSES: LazyLock<BTreeMap<i64, Class>> = LazyLock::new(|| {
    let errors: Option<Errors> = serde_json::from_str(include_str!("../facts/errors.json")).ok();
    errors.map_or_else(BTreeMap::new, |errors| {
        errors
            .codes
            .into_iter()
            .map(|code| {
                let class = match code.class.as_str() {
                    "authentication" => Class::Authentication,
                    "rate" => Class::Rate,
                    "server" => Class::Server,
                    _ => Class::Refusal,
                };
                (code.code, class)
            })
            .collect()
    })
});

static GRAPH_API: LazyLock<Option<GraphApi>> =
    LazyLock::new(|| serde_json::from_str(include_str!("../facts/graph-api.json")).ok());

/// What kind of trouble `code` means. An unknown code is a refusal.
pub fn class(code: i64) -> Class {
    CLASSES.get(&code).copied().unwrap_or(Class::Refusal)
}

/// Where the API lies; none only if the file in this crate were broken, which a test rules out.
pub fn graph_api() -> Option<&'static GraphApi> {
    GRAPH_API.as_ref()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_are_read() {
        assert_eq!(graph_api().unwrap().version, "v25.0");
        assert!(CLASSES.len() > 100);
        for (code, expected) in [
            (190, Class::Authentication),
            (0, Class::Authentication),
            (4, Class::Rate),
            (80007, Class::Rate),
            (80008, Class::Rate),
            (1, Class::Server),
            (2, Class::Server),
            (100, Class::Refusal),
            (139_001, Class::Refusal),
            (987_654, Class::Refusal),
        ] {
            assert_eq!(class(code), expected, "{code}");
        }
    }
}
