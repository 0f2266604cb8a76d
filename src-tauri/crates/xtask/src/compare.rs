//! The validators that others wrote, which the checks are measured against.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::{Done, cargo, npm, root, run as start};

/// What tells the benchmark where the validators are.
pub(crate) const VALIDATORS: &str = "WAYMARK_VALIDATORS";

/// Measures the checks and the validators in turns, if these can be had.
pub(crate) fn run() -> Done {
    let Some(folder) = installed() else { return Ok(()) };
    start(cargo().args(["bench", "-p", "flows", "--bench", "others"]).env(VALIDATORS, folder))
}

/// Installs the validators, after saying what they are. Where they cannot be had, says that nothing is compared.
pub(crate) fn installed() -> Option<PathBuf> {
    println!(
        "Installing into target/validators what the checks are measured against:\n  \
         jsonschema   the validator of JSON Schema that most of Python uses, from PyPI\n  \
         ajv          the one that most of Node uses, from npm"
    );
    let folder = root().join("target/validators");
    match install(&folder) {
        Ok(()) => Some(folder),
        Err(sentence) => {
            println!(
                "\n{sentence}\nSo the checks are not compared with other validators. \
                 That needs python3 with venv, npm and a network."
            );
            None
        }
    }
}

/// The exact versions that stand in `flows/benches/others`.
fn install(folder: &Path) -> Done {
    let pinned = root().join("flows/benches/others");
    let (venv, node) = (folder.join("python"), folder.join("node"));
    let python = venv.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    if !python.is_file() {
        start(Command::new("python3").args(["-m", "venv"]).arg(&venv))?;
    }
    let packages = pinned.join("requirements.txt");
    start(Command::new(python).args(["-m", "pip", "install", "--quiet", "--requirement"]).arg(packages))?;
    std::fs::create_dir_all(&node)
        .and_then(|()| std::fs::copy(pinned.join("package.json"), node.join("package.json")))
        .map_err(|error| format!("{} cannot be written: {error}.", node.display()))?;
    start(npm().args(["install", "--silent", "--no-audit", "--no-fund"]).current_dir(&node))
}
