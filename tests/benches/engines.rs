//! Steps of the engine beside those of public engines, in one run: the same journey of two questions, its state a string
//! between two steps. They are Microsoft's `botbuilder-dialogs` (a waterfall with two prompts) and `xstate` (a machine, its
//! snapshot persisted), both from npm at the versions in `tests/npm/engines`. Neither has a window of 24 hours, quiet hours or
//! words with typing errors to look at, as ours has in each step.
//!
//! `cargo bench -p tests --bench engines`; without a network nothing is compared. Nothing is promised.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a benchmark may stop")]

use std::collections::BTreeMap;
use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

use tests::place::{built, root};
use tests::practice::succeed;

#[path = "../../flows/benches/bars/mod.rs"]
mod bars;
#[path = "../../flows/benches/booking/mod.rs"]
mod booking;

use booking::{events, journey, people, through};

const PEOPLE: u64 = 500;
const ROUNDS: usize = 20;

fn main() {
    // `cargo test --all-targets` starts benchmarks too; they only run when asked for
    if !std::env::args().any(|arg| arg == "--bench") {
        return;
    }
    let (source, folder) = (root().join("tests/npm/engines"), built().join("npm-engines"));
    std::fs::create_dir_all(&folder).expect("a folder beside the programs");
    for file in ["package.json", "package-lock.json", "steps.js"] {
        std::fs::copy(source.join(file), folder.join(file)).expect("the comparison's files");
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    succeed(
        Command::new(npm)
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
            .current_dir(&folder),
    );
    let before = ours();
    let arguments = [PEOPLE.to_string(), ROUNDS.to_string()];
    let theirs = succeed(Command::new("node").arg("steps.js").args(arguments).current_dir(&folder));
    let theirs: BTreeMap<String, f64> = serde_json::from_str(theirs.trim()).expect("a line of figures");
    // Once before theirs and once after: the worse of the two counts
    let ours = before.min(ours());
    println!("{PEOPLE} people, {} steps each, median of {ROUNDS} rounds; steps a second:", events().len());
    println!("{:>20} {ours:>9.0}", "waymark");
    for (name, steps) in theirs {
        println!("{name:>20} {steps:>9.0}   {:.0} times slower", ours / steps);
    }
}

/// Steps a second of this engine.
fn ours() -> f64 {
    let (project, events, people) = (journey(), events(), people(PEOPLE));
    let [all] = bars::medians(
        ROUNDS,
        [&mut || {
            let start = Instant::now();
            for person in &people {
                black_box(through(&project, person, &events));
            }
            start.elapsed()
        }],
    );
    f64::from(u32::try_from(people.len() * events.len()).unwrap()) / all.as_secs_f64()
}
