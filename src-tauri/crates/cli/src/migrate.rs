use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use flows::facts;
use flows::flow::Version;
use flows::migrate::{Migration, MigrationStep, migrate};

use crate::{PROBLEMS, UNUSABLE, input, output};

/// Move a Flow to a newer version of Flow JSON
///
/// Says what changes and why, what works differently afterwards, and what a person has to decide. Exit status: 0 the
/// result can be published, 1 something is left to decide, 2 the input cannot be used.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The file; `-` reads the standard input
    file: PathBuf,
    /// The version to move to; the recommended one unless said otherwise
    #[arg(long)]
    to: Option<Version>,
    /// Write the result into the file (with `-`, to the standard output) instead of only saying what would change
    #[arg(long)]
    write: bool,
    /// How to say it
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Human,
    Json,
}

pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    match moved(arguments) {
        Ok(clean) => ExitCode::from(if clean { 0 } else { PROBLEMS }),
        Err(why) => {
            eprintln!("waymark: {}: {why}", arguments.file.display());
            ExitCode::from(UNUSABLE)
        }
    }
}

fn moved(arguments: &Arguments) -> Result<bool, String> {
    let text = input::read(&arguments.file).map_err(|why| why.to_string())?;
    let to = arguments.to.unwrap_or(facts::versions().recommended);
    let migration = migrate(&text, to).map_err(|why| why.to_string())?;
    let said = match arguments.format {
        Format::Json => serde_json::to_string_pretty(&migration).map_err(|why| why.to_string())?,
        Format::Human => in_words(&migration),
    };
    if arguments.write {
        output::write(&arguments.file, &migration.text)?;
    }
    if arguments.write && arguments.file.as_os_str() == "-" {
        eprintln!("{said}");
    } else {
        println!("{said}");
    }
    Ok(migration.open.is_empty())
}

fn in_words(migration: &Migration) -> String {
    let mut said = format!("From version {} to {}\n", migration.from, migration.to);
    for (heading, changes) in
        [("What changes", &migration.changes), ("What works differently", &migration.notes)]
    {
        if !changes.is_empty() {
            said.extend(["\n", heading, "\n"]);
            said.extend(
                changes.iter().map(|MigrationStep { what, why, .. }| format!("  {what}\n    {why}\n")),
            );
        }
    }
    if !migration.open.is_empty() {
        said.push_str("\nWhat you have to decide\n");
        said.extend(migration.open.iter().map(|finding| {
            format!("  line {}: {}\n    {}\n", finding.place.lines.line_start, finding.headline, finding.why)
        }));
    }
    said
}
