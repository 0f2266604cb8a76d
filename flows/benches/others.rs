//! The checks against validators that others wrote, on the same real Flows, in one run and in turns.
//!
//! We found no package in a public registry that validates all of Flow JSON, so a developer without Waymark gives a
//! JSON Schema of it to a validator of JSON Schema. The schema is made from our own facts. The promise is judged by
//! `jsonschema` in Python with the schema as one writes it. Two harder figures are told beside it: the same validator
//! with a schema turned inside out for its speed, and `ajv` in Node, which compiles that one to JavaScript. All sides
//! run on one core each and are warm processes that hold the texts in memory and have their schemas compiled; a pass reads and
//! checks every file. Ours does more in it: meaning across screens, conditions, expressions, places in the text, mends.
//!
//! Run with `cargo xtask compare`, which installs both validators and says where in `WAYMARK_VALIDATORS`.

#![expect(clippy::panic, clippy::unwrap_used, reason = "a benchmark may stop")]

use std::collections::BTreeMap;
use std::fs;
use std::hint::black_box;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use flows::check::{Severity, check};
use flows::facts::Version;
use flows::json::Tree;
use serde_json::Value;

mod bars;
#[path = "others/schema.rs"]
mod schema;

use bars::{medians, ms, promise};
use schema::Choice;

/// How often each side has its turn.
const ROUNDS: usize = 20;
/// How often a side passes over all files in its turn: after another's turn the first one finds cold caches.
const PASSES: u32 = 5;
/// How many times faster than `jsonschema` the checks are, at least.
const TIMES_FASTER: f64 = 100.0;

fn main() -> ExitCode {
    // `cargo test --all-targets` starts benchmarks too; they only run when asked for
    if !std::env::args().any(|arg| arg == "--bench") {
        return ExitCode::SUCCESS;
    }
    let Some(installed) = std::env::var_os("WAYMARK_VALIDATORS").map(PathBuf::from) else {
        println!("Not compared with validators of others: `cargo xtask compare` installs them and does.");
        return ExitCode::SUCCESS;
    };
    if compare(&installed) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// A validator in a process of its own, ended when dropped.
struct Other {
    process: Child,
    ask: ChildStdin,
    answers: BufReader<ChildStdout>,
    /// Files it refused in its last pass.
    refused: usize,
}

impl Other {
    fn start(command: &mut Command) -> Self {
        let mut process = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let (ask, answers) = (process.stdin.take().unwrap(), process.stdout.take().unwrap());
        Self { process, ask, answers: BufReader::new(answers), refused: 0 }
    }

    /// A pass over all files in a turn of its own, timed by the validator itself.
    fn turn(&mut self) -> Duration {
        (0..PASSES).map(|_| self.pass()).sum::<Duration>() / PASSES
    }

    fn pass(&mut self) -> Duration {
        writeln!(self.ask, "once").unwrap();
        let mut line = String::new();
        self.answers.read_line(&mut line).unwrap();
        let (time, refused) = line.trim().split_once(' ').unwrap_or_else(|| panic!("answer: {line:?}"));
        self.refused = refused.parse().unwrap();
        Duration::from_nanos(time.parse().unwrap())
    }
}

impl Drop for Other {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The real Flows: files in order, each with its text.
fn real_flows() -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/conformance/real-flows");
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.file_name().is_some_and(|name| name != "index.json"))
        .collect();
    files.sort();
    files.into_iter().map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

/// The schema of each version that the Flows have.
fn schemas(flows: &[(PathBuf, String)], choice: Choice) -> BTreeMap<String, Value> {
    flows
        .iter()
        .map(|(_, text)| {
            let flow: Value = serde_json::from_str(text).unwrap();
            let version: Version = flow.get("version").and_then(Value::as_str).unwrap().parse().unwrap();
            (version.to_string(), schema::of(version, choice))
        })
        .collect()
}

fn compare(installed: &Path) -> bool {
    let flows = real_flows();
    let file = |choice: Choice, name: &str| {
        let file = installed.join(name);
        fs::write(&file, serde_json::to_string_pretty(&schemas(&flows, choice)).unwrap()).unwrap();
        file
    };
    let (plain, fast) = (file(Choice::OneOf, "plain.json"), file(Choice::Chain, "fast.json"));
    let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/others");
    let paths = || flows.iter().map(|(path, _)| path);
    let python =
        installed.join(if cfg!(windows) { "python/Scripts/python.exe" } else { "python/bin/python" });
    let jsonschema = |schemas: &Path| {
        let script = scripts.join("validate.py");
        Other::start(Command::new(&python).arg(script).arg(schemas).args(paths()).env_remove("PYTHONPATH"))
    };
    let (mut jsonschema_plain, mut jsonschema_fast) = (jsonschema(&plain), jsonschema(&fast));
    let mut ajv = Other::start(
        Command::new("node")
            .arg(scripts.join("validate.mjs"))
            .arg(installed.join("node"))
            .arg(&fast)
            .args(paths()),
    );
    let [theirs, tuned, compiled, ours] = medians(
        ROUNDS,
        [&mut || jsonschema_plain.turn(), &mut || jsonschema_fast.turn(), &mut || ajv.turn(), &mut || {
            let start = Instant::now();
            for (_, text) in (0..PASSES).flat_map(|_| &flows) {
                black_box(check(&Tree::parse(black_box(text.as_str()))));
            }
            start.elapsed() / PASSES
        }],
    );
    let refused = flows.iter().filter(|(_, text)| {
        check(&Tree::parse(text.as_str())).iter().any(|found| found.severity == Severity::Blocked)
    });
    let times = |other: Duration| other.as_secs_f64() / ours.as_secs_f64();
    println!(
        "{} real Flows, {ROUNDS} turns of {PASSES} passes; median of a pass over all of them:",
        flows.len()
    );
    let sides = [
        ("jsonschema (Python), schema as written", theirs, jsonschema_plain.refused),
        ("jsonschema (Python), schema for speed", tuned, jsonschema_fast.refused),
        ("ajv (Node), schema for speed", compiled, ajv.refused),
        ("Waymark", ours, refused.count()),
    ];
    for (name, time, refused) in sides {
        println!("  {name:40} {:8.2} ms, refuses {refused}", ms(time));
    }
    for (name, time, _) in &sides[1..3] {
        println!("told   the checks, against {name}: {:.1} times as fast (no bar)", times(*time));
    }
    promise(
        "the checks, against jsonschema",
        &format!("{:.0} times as fast", times(theirs)),
        &format!("at least {TIMES_FASTER} times"),
        times(theirs) >= TIMES_FASTER,
    )
}
