use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use flows::facts::rate_cards;
use flows::journey::JourneyName;
use flows::simulate::{Case, Difference, Prices, check_priced};
use jiff::tz::TimeZone;
use serde::Serialize;

use crate::project::{Together, no_journey, read};
use crate::{PROBLEMS, UNUSABLE};

/// Play the tests that are kept with the journeys of a project
///
/// Exit status: 0 when every run comes out as it was kept, 1 when one does not, 2 when a project cannot be read or no
/// journey is called as was said.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Projects: folders or .waymark files
    #[arg(required = true)]
    projects: Vec<PathBuf>,
    /// Only the tests of this journey
    #[arg(long)]
    journey: Option<String>,
    /// How to print what came out
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// A line for each test
    Human,
    /// A JSON array, one entry a test
    Json,
}

/// What came of a test.
#[derive(Serialize)]
struct Outcome {
    /// The journey's file.
    file: String,
    journey: String,
    /// None: it cannot be read.
    test: Option<String>,
    passed: bool,
    differences: Vec<Difference>,
}

pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let mut projects = Vec::new();
    let mut unusable = false;
    for path in &arguments.projects {
        match read(path) {
            Ok(project) => projects.push(project),
            Err(sentence) => {
                eprintln!("waymark: {sentence}");
                unusable = true;
            }
        }
    }
    let wanted = arguments.journey.as_deref();
    let names = || projects.iter().flat_map(Together::journeys).map(|document| document.name.as_str());
    if let Some(wanted) = wanted.filter(|wanted| !projects.is_empty() && names().all(|name| name != *wanted))
    {
        eprintln!("waymark: {}", no_journey(wanted, &names().collect::<Vec<_>>()));
        return ExitCode::from(UNUSABLE);
    }
    let outcomes: Vec<Outcome> = projects.iter().flat_map(|project| played(project, wanted)).collect();
    let out = match arguments.format {
        Format::Human => human(&outcomes),
        Format::Json => {
            serde_json::to_string_pretty(&outcomes).map_or_else(|error| error.to_string(), |json| json + "\n")
        }
    };
    match io::stdout().write_all(out.as_bytes()) {
        // Nobody reads on, for example `waymark test | head`.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("waymark: {error}");
            unusable = true;
        }
        _ => {}
    }
    if unusable {
        ExitCode::from(UNUSABLE)
    } else if outcomes.iter().all(|outcome| outcome.passed) {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(PROBLEMS)
    }
}

fn played(together: &Together, wanted: Option<&str>) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    let prices = Prices { on: jiff::Timestamp::now().to_zoned(TimeZone::UTC).date(), cards: rate_cards() };
    for document in together.journeys().filter(|document| wanted.is_none_or(|name| document.name == name)) {
        let tests =
            document.notes.iter().filter(|(at, _)| at.tokens().next().is_some_and(|kind| kind == "tests"));
        let own = JourneyName(document.name.clone());
        for (_, note) in tests {
            let case = serde_json::from_value::<Case>(note.clone()).ok();
            let case = case.map(|case| case.of_journey(&together.project, &own));
            let check = |case| check_priced(&together.project, case, Some(&prices));
            let differences = case.as_ref().map(check).unwrap_or_default();
            outcomes.push(Outcome {
                file: document.file.clone(),
                journey: document.name.clone(),
                passed: case.is_some() && differences.is_empty(),
                test: case.map(|case| case.name),
                differences,
            });
        }
    }
    outcomes
}

fn human(outcomes: &[Outcome]) -> String {
    let mut out = String::new();
    for outcome in outcomes {
        let word = if outcome.passed { "passed" } else { "failed" };
        let name = outcome.test.as_deref().unwrap_or("a test that cannot be read");
        let _ = writeln!(out, "{word}: {} - {name}", outcome.journey);
        for difference in &outcome.differences {
            let _ = writeln!(out, "    {}", difference.sentence);
        }
    }
    let failed = outcomes.iter().filter(|outcome| !outcome.passed).count();
    let _ = match outcomes.len() {
        0 => writeln!(out, "No tests are kept here."),
        all => writeln!(out, "{} passed, {failed} failed", all - failed),
    };
    out
}
