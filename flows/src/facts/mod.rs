//! Dated facts of Meta's platform: typed views of the files in `flows/facts`. Each file names its source
//! and date; a limit stands there and nowhere in code.

use std::sync::LazyLock;

use serde::Deserialize;
use serde::de::DeserializeOwned;

/// Bounds of a Flow.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Limits {
    /// Largest file, in bytes.
    pub file_bytes: u32,
}

/// Bounds of a Flow, from `facts/limits.json`.
pub fn limits() -> &'static Limits {
    static LIMITS: LazyLock<Limits> = LazyLock::new(|| load(include_str!("../../facts/limits.json")));
    &LIMITS
}

/// The files are part of the program and a test reads each one, so a file that does not fit never ships.
#[expect(clippy::expect_used, reason = "a fault in our own data file, found by the first test that runs")]
fn load<T: DeserializeOwned>(text: &str) -> T {
    serde_json::from_str(text).expect("a facts file fits its type")
}
