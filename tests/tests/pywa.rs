//! A client that nobody here wrote creates, uploads, lists and publishes a Flow, keeps templates and sends messages
//! against `waymark practice`.

#![allow(clippy::panic, reason = "helpers of a test")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use tests::place::{built, root};
use tests::practice::{Practice, succeed};

/// A Python that has pywa, in a folder of its own. Made once: tests run at the same time.
fn python() -> &'static Path {
    static PYTHON: LazyLock<PathBuf> = LazyLock::new(with_pywa);
    &PYTHON
}

fn with_pywa() -> PathBuf {
    let venv = built().join("pywa");
    let python = venv.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    if !python.is_file() {
        succeed(Command::new("python3").args(["-m", "venv"]).arg(&venv));
    }
    let requirements = root().join("tests/pywa/requirements.txt");
    succeed(
        Command::new(&python).args(["-m", "pip", "install", "--quiet", "--requirement"]).arg(requirements),
    );
    python
}

#[test]
fn pywa_creates_uploads_lists_and_publishes_a_flow() {
    let python = python();
    let practice = Practice::start();
    let [base, account, number, _token] = practice.lines.as_slice() else { panic!("{:?}", practice.lines) };
    assert!(base.starts_with("http://127.0.0.1:"), "{base}");
    assert!(
        [account, number].iter().all(|id| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit()))
    );
    let out = succeed(
        Command::new(python)
            .arg(root().join("tests/pywa/publish_flow.py"))
            .args(&practice.lines)
            .arg(root().join("flows/gallery/salon-booking/en.json"))
            .env_remove("PYTHONPATH"),
    );
    assert!(out.starts_with("published "), "{out}");
}

#[test]
fn pywa_creates_and_deletes_templates_and_sends_every_type_of_message() {
    let python = python();
    let practice = Practice::start();
    let out = succeed(
        Command::new(python)
            .arg(root().join("tests/pywa/send_messages.py"))
            .args(&practice.lines)
            .env_remove("PYTHONPATH"),
    );
    assert!(out.starts_with("sent "), "{out}");
}
