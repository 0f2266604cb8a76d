//! `waymark` on the command line. One file a subcommand; what they do lies in `commands` and `flows`.
//!
//! Exit status: 0 clean, 1 problems were found, 2 the input or the arguments cannot be used.

mod check;
mod explain;
mod fmt;
mod host;
mod input;
mod migrate;
mod output;
mod practice;
mod project;
mod publish;
mod sarif;
mod simulate;
mod test;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(
    name = "waymark",
    version,
    about = "WhatsApp Flows, messages and journeys: check, explain, simulate, test, format, move to a newer version, publish, practise"
)]
struct Waymark {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Check(check::Arguments),
    Explain(explain::Arguments),
    Fmt(fmt::Arguments),
    Migrate(migrate::Arguments),
    Practice(practice::Arguments),
    Publish(publish::Arguments),
    Simulate(simulate::Arguments),
    Test(test::Arguments),
}

/// Problems were found.
pub(crate) const PROBLEMS: u8 = 1;
/// The input cannot be used.
pub(crate) const UNUSABLE: u8 = 2;

fn main() -> ExitCode {
    match Waymark::parse().command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Fmt(arguments) => fmt::run(&arguments),
        Command::Migrate(arguments) => migrate::run(&arguments),
        Command::Practice(arguments) => practice::run(&arguments),
        Command::Publish(arguments) => publish::run(&arguments),
        Command::Simulate(arguments) => simulate::run(&arguments),
        Command::Test(arguments) => test::run(&arguments),
    }
}

/// A runtime for the subcommands that speak HTTP; without one there is nothing to do.
pub(crate) fn runtime() -> Result<tokio::runtime::Runtime, ExitCode> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(|error| {
        eprintln!("waymark: {error}");
        ExitCode::from(UNUSABLE)
    })
}
