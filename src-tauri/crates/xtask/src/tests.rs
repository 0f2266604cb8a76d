//! Every test there is, in one run, with one closing line.

use std::process::Command;
use std::time::Instant;

use crate::app::{build_ui, install_ui};
use crate::compare;
use crate::counts::Counts;
use crate::process::{Done, cargo, npm, root, run as start, run_reading};
use crate::system::{Purpose, ready};

/// Runs everything, or only the package called `only` (`ui` for the page).
fn run_all(only: Option<&str>) -> Done<Counts> {
    ready(Purpose::Test)?;
    let mut counts = Counts::default();
    let page = only.is_none_or(|name| name == "ui");
    let crates = only != Some("ui");

    if page {
        timed("page", || {
            install_ui()?;
            for script in ["lint", "check"] {
                counts.step(start(npm().args(["run", script])).is_ok());
            }
            read_tests(npm().args(["run", "test"]), &mut counts)
        })?;
    }
    if crates {
        build_ui()?;
        if only.is_none() {
            counts.step(start(cargo().args(["fmt", "--all", "--", "--check"])).is_ok());
        }
        let scope: Vec<&str> = only.map_or_else(|| vec!["--workspace"], |name| vec!["-p", name]);
        timed("build", || start(cargo().arg("build").args(&scope).arg("--all-targets")))?;
        // the tests in the real window and of the command line use the programs just built
        timed("programs", || start(cargo().args(["build", "-p", "waymark-desktop", "-p", "cli"])))?;
        timed("tests", || {
            let tests = ["--all-targets", "--no-fail-fast"];
            read_tests(cargo().arg("test").args(&scope).args(tests), &mut counts)
        })?;
        if only.is_none() {
            timed("clippy", || {
                let clippy = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
                counts.step(start(cargo().args(clippy)).is_ok());
                Ok(())
            })?;
        }
    }
    Ok(counts)
}

/// Runs everything and closes with the line `N passed, N failed`.
pub(crate) fn run(only: Option<&str>) -> Done {
    let counts = run_all(only)?;
    println!("\n{} passed, {} failed", counts.passed, counts.failed);
    if counts.failed == 0 && counts.passed > 0 { Ok(()) } else { Err("Not everything passed.".into()) }
}

/// The long run of kills, power cuts and failing calls.
pub(crate) fn crash() -> Done {
    ready(Purpose::Test)?;
    // `cargo test` with a name builds the tests alone, not the program they kill
    start(cargo().args(["build", "-p", "store", "--examples"]))?;
    start(
        cargo()
            .args(["test", "-p", "store", "--test", "all", "--", "crash", "power", "faults", "--nocapture"])
            .env("WAYMARK_KILLS", "1000")
            .env("WAYMARK_POWER_SAVES", "300")
            .env("WAYMARK_EXPORT_TRIALS", "10000")
            .env("WAYMARK_FAULTS", "all"),
    )
}

/// Random input for every fuzz target, `seconds` each, beginning with the gallery and the Flows the tests know.
pub(crate) fn fuzz(seconds: Option<&str>) -> Done {
    let limit = format!("-max_total_time={}", seconds.unwrap_or("60"));
    let flows = root().join("flows");
    let folder = flows.join("fuzz");
    let targets = std::fs::read_dir(folder.join("fuzz_targets"))
        .map_err(|error| format!("flows/fuzz/fuzz_targets cannot be read: {error}."))?;
    for target in targets.flatten() {
        let path = target.path();
        let Some(name) = path.file_stem() else { continue };
        let found = folder.join("corpus").join(name);
        std::fs::create_dir_all(&found)
            .map_err(|error| format!("{} cannot be made: {error}.", found.display()))?;
        start(
            Command::new("cargo")
                .args(["+nightly", "fuzz", "run"])
                .arg(name)
                .arg(found)
                .arg(flows.join("gallery"))
                .arg(root().join("../shared/conformance/real-flows"))
                .args(["--", &limit, "-dict=fuzz/flow.dict", "-timeout=5", "-rss_limit_mb=1024"])
                .current_dir(&flows),
        )?;
    }
    Ok(())
}

/// Speed and memory.
pub(crate) fn bench() -> Done {
    ready(Purpose::Test)?;
    install_ui()?;
    build_ui()?;
    // the real window is measured with the programs people get, beside an empty one built the same way
    let programs = ["--bin", "waymark-desktop", "--example", "empty_window"];
    start(cargo().args(["build", "--release", "-p", "waymark-desktop"]).args(programs))?;
    let mut flows = cargo();
    flows.args(["bench", "-p", "flows"]);
    if let Some(validators) = compare::installed() {
        flows.env(compare::VALIDATORS, validators);
    }
    start(&mut flows)?;
    start(cargo().args(["bench", "-p", "commands"]))?;
    start(cargo().args(["bench", "-p", "tests", "--bench", "desktop"]))
}

fn read_tests(command: &mut Command, counts: &mut Counts) -> Done {
    let before = counts.failed;
    let succeeded = run_reading(command, |line| counts.read(line))?;
    if !succeeded && counts.failed == before {
        // it did not even come to a summary
        counts.step(false);
    }
    Ok(())
}

fn timed(what: &str, step: impl FnOnce() -> Done) -> Done {
    let start = Instant::now();
    let done = step();
    println!("({what}: {} s)", start.elapsed().as_secs());
    done
}
