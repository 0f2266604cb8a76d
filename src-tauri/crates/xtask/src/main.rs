//! `cargo xtask app` opens Waymark, `cargo xtask test` runs every test there is.
//!
//! Both first look for what the machine lacks, say what it is and why, and install it. Standard
//! library only, so that it builds in seconds on a bare machine.

mod app;
mod compare;
mod counts;
mod process;
mod system;
mod tests;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask app [-- ARGS]   install what is missing, build and open Waymark
cargo xtask test [NAME]     install what is missing, then run every test (or those of one part)
cargo xtask ui              build the page only
cargo xtask crash           kill Waymark 1,000 times while it saves, cut the power, let calls fail; nothing may be lost
cargo xtask fuzz [SECONDS]  feed the parsers random input (needs a nightly toolchain and cargo-fuzz)
cargo xtask bench           measure speed and memory against the promises
cargo xtask compare         measure the checks against validators others wrote, installed into target/ (a part of bench)
";

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let command = args.next().unwrap_or_default();
    let rest: Vec<String> = args.filter(|arg| arg != "--").collect();
    let done = match command.as_str() {
        "app" => app::open(&rest),
        "ui" => system::ready(system::Purpose::Build).and_then(|()| app::build_ui()),
        "test" => tests::run(rest.first().map(String::as_str)),
        "crash" => tests::crash(),
        "fuzz" => tests::fuzz(rest.first().map(String::as_str)),
        "bench" => tests::bench(),
        "compare" => compare::run(),
        _ => {
            print!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("\n{sentence}");
            ExitCode::FAILURE
        }
    }
}
