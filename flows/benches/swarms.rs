//! How fast 10 MB of the same mistake are answered: reading and checking, of each kind once. The promise is 2 s.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use flows::check::check;
use flows::json::Tree;

#[path = "bars/mod.rs"]
mod bars;
#[path = "../tests/hostile/bombs.rs"]
mod bombs;
#[path = "../tests/hostile/swarms.rs"]
mod swarms;

use bars::{ms, promise};

const BYTES: usize = 10_000_000;
const BAR: Duration = Duration::from_secs(2);

fn main() -> ExitCode {
    // `cargo test --all-targets` starts benchmarks too; they only run when asked for
    if !std::env::args().any(|arg| arg == "--bench") {
        return ExitCode::SUCCESS;
    }
    let only = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let mut kept = true;
    for swarm in swarms::all() {
        if only.as_ref().is_some_and(|only| !swarm.0.contains(only)) {
            continue;
        }
        let text = swarm.text(BYTES);
        let begun = Instant::now();
        let tree = Tree::parse(text);
        let read = begun.elapsed();
        let found = check(&tree);
        let taken = begun.elapsed();
        let figure = format!("{:.0} ms, {:.0} of it reading, {} findings", ms(taken), ms(read), found.len());
        kept &= promise(&swarm.0, &figure, "at most 2,000 ms", taken <= BAR);
    }
    if kept { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
