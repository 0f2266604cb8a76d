use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use flows::check::DocumentKind;
use flows::engine::{ConsentState, Moment, Refusal, What, is_zone};
use flows::journey::{JourneyName, Length, NodeId, Project, Role};
use flows::simulate::{MONDAY, Persona, Transcript, begin, perform, seen, somebody_for};
use serde::Serialize;

use crate::project::{Together, file, is_project, listed, no_journey, read};
use crate::{PROBLEMS, UNUSABLE};

/// Play a journey with a person who answers, or does not, under a clock of its own
///
/// The journey is one of a project (a folder or a .waymark file), or the first file; other files are templates it sends and
/// journeys it calls. Exit status: 0 when every message was allowed, 1 when one was not, 2 when a file or an argument
/// cannot be used.
#[derive(Args)]
pub(crate) struct Arguments {
    /// A project; or a journey, then what it uses
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Which journey of the project is played; the only one without it
    #[arg(long)]
    journey: Option<String>,
    /// How the person behaves
    #[arg(long, value_enum, default_value_t = Behaves::AtOnce)]
    persona: Behaves,
    /// Id of the start that the person takes; the first of the journey without it
    #[arg(long)]
    start: Option<String>,
    /// When it begins: `2026-01-05T10:00:00Z`
    #[arg(long)]
    from: Option<jiff::Timestamp>,
    /// How long it is played: `4d`, `36h`
    #[arg(long, default_value = "30d")]
    until: Length,
    /// The person's time zone: `Europe/Berlin`
    #[arg(long, default_value = "UTC", value_parser = zone)]
    zone: String,
    /// The person agreed to marketing messages before
    #[arg(long)]
    consent: bool,
    /// Another number is another person: sides of splits and answers differ
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// How to print what happened
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// A line for each thing the customer sees and each thing that is decided
    Human,
    /// The whole transcript and the script that plays it again
    Json,
}

/// How a person behaves.
#[derive(Clone, Copy, ValueEnum)]
enum Behaves {
    /// Answers within a minute
    AtOnce,
    /// Answers three hours later
    AfterHours,
    /// Reads nothing and answers nothing
    Never,
    /// Answers an hour after the 24 hours are over
    AfterADay,
    /// Answers what was not asked
    Wrong,
    /// Wants no more offers
    OptsOut,
    /// Asks for a person
    AsksForPerson,
    /// Blocks the business
    Blocks,
}

impl Behaves {
    fn persona(self) -> Persona {
        match self {
            Self::AtOnce => Persona::AtOnce,
            Self::AfterHours => Persona::AfterHours,
            Self::Never => Persona::Never,
            Self::AfterADay => Persona::AfterADay,
            Self::Wrong => Persona::Wrong,
            Self::OptsOut => Persona::OptsOut,
            Self::AsksForPerson => Persona::AsksForPerson,
            Self::Blocks => Persona::Blocks,
        }
    }
}

fn zone(name: &str) -> Result<String, String> {
    is_zone(name).then(|| name.to_owned()).ok_or_else(|| format!("'{name}' is no time zone"))
}

pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    match played(arguments) {
        Ok(code) => code,
        Err(sentence) => {
            eprintln!("waymark: {sentence}");
            ExitCode::from(UNUSABLE)
        }
    }
}

fn played(arguments: &Arguments) -> Result<ExitCode, String> {
    let (project, name) = project(&arguments.paths, arguments.journey.as_deref())?;
    let node = start(&project, &name, arguments.start.as_deref())?;
    let event = begin(&project, &name, &node).ok_or_else(|| {
        format!("'{node}' is no start; people come in by a word, a link, an event or a time")
    })?;
    let mut person = somebody_for(&project, &name, &node);
    person.zone.clone_from(&arguments.zone);
    person.seed = arguments.seed;
    if arguments.consent {
        person.consent = ConsentState::Given;
    }
    let from = arguments.from.map_or(MONDAY, |at| Moment(at.as_millisecond()));
    let until = from.after(arguments.until);
    let (script, transcript) = perform(&project, arguments.persona.persona(), event, person, from, until);
    let out = match arguments.format {
        Format::Human => human(&transcript),
        Format::Json => {
            #[derive(Serialize)]
            struct Told<'t> {
                journey: &'t JourneyName,
                start: &'t NodeId,
                until: Moment,
                script: flows::simulate::Script,
                transcript: &'t Transcript,
            }
            let told = Told { journey: &name, start: &node, until, script, transcript: &transcript };
            serde_json::to_string_pretty(&told).map_err(|error| error.to_string())? + "\n"
        }
    };
    match io::stdout().write_all(out.as_bytes()) {
        // Nobody reads on, for example `waymark simulate | head`.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => return Err(error.to_string()),
        _ => {}
    }
    let refused = transcript.entries.iter().any(|entry| matches!(entry.what, What::Refused { .. }));
    Ok(if refused { ExitCode::from(PROBLEMS) } else { ExitCode::SUCCESS })
}

/// What is played together, and the journey that is wanted or the first of the files. Templates count as approved.
fn project(paths: &[PathBuf], wanted: Option<&str>) -> Result<(Project, JourneyName), String> {
    let together = match paths {
        [path] if is_project(path) => read(path)?,
        paths => files(paths)?,
    };
    let names: Vec<&str> = together.journeys().map(|document| document.name.as_str()).collect();
    let name = match (wanted, names.as_slice()) {
        (wanted, []) => return Err(no_journey(wanted.unwrap_or_default(), &[])),
        (Some(wanted), names) => {
            *names.iter().find(|name| **name == wanted).ok_or_else(|| no_journey(wanted, names))?
        }
        (None, names @ [_, _, ..]) if together.is_project => {
            return Err(format!("say which journey with --journey; there is {}", listed(names)));
        }
        (None, [first, ..]) => first,
    };
    let name = JourneyName(name.to_owned());
    Ok((together.project, name))
}

fn files(paths: &[PathBuf]) -> Result<Together, String> {
    let mut together = Together::default();
    for path in paths {
        if is_project(path) {
            return Err(format!("{} is a project; give it alone", path.display()));
        }
        let document = file(path)?;
        if matches!(document.kind, DocumentKind::Flow | DocumentKind::Message) {
            return Err(format!("{} is neither a journey nor a template", path.display()));
        }
        together.add(document);
    }
    Ok(together)
}

fn start(project: &Project, name: &JourneyName, wanted: Option<&str>) -> Result<NodeId, String> {
    let nodes = project.journeys.get(name).map_or(&[][..], |journey| &journey.nodes);
    let starts = || nodes.iter().filter(|node| node.body.role() == Role::Trigger).map(|node| &node.id);
    let listed = || starts().map(|id| format!("'{id}'")).collect::<Vec<_>>().join(", ");
    match wanted {
        Some(id) => starts()
            .find(|start| start.0 == id)
            .cloned()
            .ok_or_else(|| format!("'{name}' has no start '{id}'; it has {}", listed())),
        None => starts().next().cloned().ok_or_else(|| format!("nothing starts '{name}'")),
    }
}

fn human(transcript: &Transcript) -> String {
    let mut out = seen(transcript).join("\n");
    out.push('\n');
    for entry in &transcript.entries {
        let (What::Refused { why, .. }, Some((_, node))) = (&entry.what, &entry.place) else { continue };
        let reason = match why {
            Refusal::Window => "the 24 hours after their last message were over",
            Refusal::Consent => "they never agreed to marketing messages",
            Refusal::Country => "nobody in the United States is sent marketing",
            Refusal::Template => "Meta does not let this template out, or it was not among the files",
        };
        let _ = writeln!(out, "'{node}' was not let out: {reason}.");
    }
    if transcript.cut {
        out.push_str("It was cut off: the journey goes round without end.\n");
    }
    out
}
