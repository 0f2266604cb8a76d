//! The proof of journeys against the engine, over many random journeys: `cargo run -p flows --example soundness -- 20000`.

#![expect(clippy::unwrap_used, reason = "a tool for developers may stop")]

use std::process::ExitCode;

#[path = "../tests/window/random.rs"]
mod random;
#[path = "../tests/window/sound.rs"]
mod sound;

fn main() -> ExitCode {
    let mut numbers = std::env::args().skip(1).map(|number| number.parse::<u64>().unwrap());
    let count = numbers.next().unwrap_or(20_000);
    let from = numbers.next().unwrap_or(0);
    let found = sound::soundness(from..from + count);
    println!(
        "{} journeys, {} messages, {} of them with zones taken together",
        found.journeys, found.messages, found.widened
    );
    println!("{} messages sent or refused in runs, {} against the proof", found.seen, found.unsound.len());
    println!(
        "{} refusals that zones have: {} with a run that the engine refuses, {} ruled out, {} open",
        found.refusals,
        found.witnesses,
        found.ruled_out,
        found.open.len()
    );
    found.unsound.iter().take(20).for_each(|line| println!("{line}"));
    for (class, count) in found.classes() {
        println!("{count} open: {class}");
    }
    for (seed, place) in found.open.iter().take(40) {
        println!("open: seed {seed}: {place}");
    }
    if found.unsound.is_empty() && found.open.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
