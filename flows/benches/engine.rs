//! How fast journeys run. Promise: at least 20,000 steps per second on one core, with the person's state read and
//! written back at each.
//!
//! The journey asks two questions; a person comes in by a word, taps, and writes.

#![expect(clippy::unwrap_used, reason = "a benchmark may stop")]

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

mod bars;
mod booking;

use bars::{medians, ms, promise};
use booking::{events, journey, people, through};

const ROUNDS: usize = 20;
const PEOPLE: u64 = 500;
const PROMISED: f64 = 20_000.0;

fn main() -> ExitCode {
    // `cargo test --all-targets` starts benchmarks too; they only run when asked for
    if !std::env::args().any(|arg| arg == "--bench") {
        return ExitCode::SUCCESS;
    }
    let project = journey();
    let (events, people) = (events(), people(PEOPLE));
    let [all] = medians(
        ROUNDS,
        [&mut || {
            let start = Instant::now();
            for person in &people {
                black_box(through(&project, person, &events));
            }
            start.elapsed()
        }],
    );
    let count = people.len() * events.len();
    let per_second = steps_per_second(count, all);
    println!("{PEOPLE} people, {} steps each, {ROUNDS} rounds; median: {:.1} ms", events.len(), ms(all));
    let kept = promise(
        "steps of a journey with two questions",
        &format!("{per_second:.0} a second"),
        &format!("at least {PROMISED:.0}"),
        per_second >= PROMISED,
    );
    if kept { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn steps_per_second(steps: usize, taken: Duration) -> f64 {
    f64::from(u32::try_from(steps).unwrap()) / taken.as_secs_f64()
}
