//! Where things are on disk.

use std::path::{Path, PathBuf};

/// The project's root folder.
#[must_use]
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// What all parts of the project share: design, reference, conformance.
#[must_use]
pub fn shared() -> PathBuf {
    root().join("../shared")
}

/// The folder cargo builds this profile into, for example `target/debug`.
#[must_use]
pub fn built() -> PathBuf {
    // .../target/debug/deps/<test> -> .../target/debug
    std::env::current_exe()
        .ok()
        .and_then(|exe| exe.ancestors().nth(2).map(Path::to_path_buf))
        .unwrap_or_else(|| root().join("target/debug"))
}

/// A program built by this workspace, in the profile of the test that asks.
#[must_use]
pub fn program(name: &str) -> PathBuf {
    built().join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// Where the pictures of the end-to-end run go: `target/e2e` of the project.
#[must_use]
pub fn pictures() -> PathBuf {
    root().join("target/e2e")
}
