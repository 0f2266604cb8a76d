use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use flows::check::{Diagnostic, DocumentKind, Fix, Place, Severity, check_document, check_journey_of};
use flows::journey::Project;
use flows::json::{Pointer, Tree};
use serde::Serialize;

use crate::{PROBLEMS, UNUSABLE, input, sarif};

/// Check Flows, message templates, messages and journeys
///
/// Journeys are looked at beside the templates, Flows and journeys that are given with them; one alone, by itself.
///
/// Exit status: 0 when Meta would take every file, 1 when not, 2 when a file cannot be read.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Files to check; `-` reads the standard input
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// How to print what is found
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// Sentences
    Human,
    /// A JSON array, one entry a file
    Json,
    /// SARIF 2.1.0, for code hosts and editors
    Sarif,
}

/// What was found in one file.
#[derive(Serialize)]
pub(crate) struct Report {
    pub(crate) file: String,
    kind: DocumentKind,
    /// Of a Flow.
    version: Option<String>,
    /// Whether Meta would take it.
    valid: bool,
    pub(crate) diagnostics: Vec<Finding>,
}

/// One finding at one place.
#[derive(Serialize)]
pub(crate) struct Finding {
    pub(crate) rule: String,
    meta_code: Option<String>,
    pub(crate) severity: Severity,
    /// As Meta writes it.
    pub(crate) path: String,
    pointer: Pointer,
    pub(crate) line_start: u32,
    pub(crate) column_start: u32,
    pub(crate) line_end: u32,
    pub(crate) column_end: u32,
    pub(crate) headline: String,
    /// Meta's sentence; empty when Meta has none.
    pub(crate) message: String,
    fixes: Vec<Fix>,
    #[serde(skip)]
    why: String,
}

pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let mut read = Vec::new();
    let mut unusable = false;
    for path in &arguments.files {
        match input::read(path) {
            Ok(text) => read.push((path, Tree::parse(text))),
            Err(why) => {
                eprintln!("waymark: {} {why}", path.display());
                unusable = true;
            }
        }
    }
    // Journeys are looked at beside the templates, Flows and other journeys that are given with them.
    let mut project = Project::default();
    for (path, tree) in read.iter().filter(|_| read.len() > 1) {
        project.add(&input::stem(path), tree);
    }
    let reports: Vec<Report> = read.iter().map(|(path, tree)| report(path, tree, &project)).collect();
    let out = match arguments.format {
        Format::Human => Ok(human(&reports)),
        Format::Json => serde_json::to_string_pretty(&reports).map(|json| json + "\n"),
        Format::Sarif => serde_json::to_string_pretty(&sarif::log(&reports)).map(|json| json + "\n"),
    };
    let written =
        out.map_err(std::io::Error::from).and_then(|out| std::io::stdout().write_all(out.as_bytes()));
    if let Err(error) = written {
        // Nobody reads on, for example `waymark check | head`.
        if error.kind() != std::io::ErrorKind::BrokenPipe {
            eprintln!("waymark: {error}");
        }
    }
    if unusable {
        ExitCode::from(UNUSABLE)
    } else if reports.iter().all(|report| report.valid) {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(PROBLEMS)
    }
}

fn report(path: &Path, tree: &Tree, project: &Project) -> Report {
    let kind = DocumentKind::of(tree);
    let found = if kind == DocumentKind::Journey && !project.journeys.is_empty() {
        check_journey_of(project, &input::stem(path), tree)
    } else {
        check_document(tree)
    };
    let version = tree.root().get("version").and_then(|v| Some(v.as_str()?.into_owned()));
    Report {
        file: path.display().to_string(),
        kind,
        version,
        valid: !found.iter().any(|finding| finding.severity == Severity::Blocked),
        diagnostics: found.into_iter().flat_map(at_each_place).collect(),
    }
}

/// A finding with several places becomes one entry for each; the fixes stand at the first.
fn at_each_place(finding: Diagnostic) -> impl Iterator<Item = Finding> {
    let Diagnostic { rule, meta_code, severity, place, more_places, headline, why, message, fixes } = finding;
    let entry = move |place: Place, fixes: Vec<Fix>| Finding {
        rule: rule.clone(),
        meta_code: meta_code.clone(),
        severity,
        path: place.path,
        pointer: place.pointer,
        line_start: place.lines.line_start,
        column_start: place.lines.column_start,
        line_end: place.lines.line_end,
        column_end: place.lines.column_end,
        headline: headline.clone(),
        message: message.clone(),
        fixes,
        why: why.clone(),
    };
    let first = entry(place, fixes);
    std::iter::once(first).chain(more_places.into_iter().map(move |place| entry(place, Vec::new())))
}

fn human(reports: &[Report]) -> String {
    let mut out = String::new();
    for report in reports {
        for finding in &report.diagnostics {
            let word = match finding.severity {
                Severity::Blocked => "blocked",
                Severity::Risky => "risky",
                Severity::Advice => "advice",
            };
            let _ = writeln!(
                out,
                "{}:{}:{}: {word}: {} [{}]",
                report.file, finding.line_start, finding.column_start, finding.headline, finding.rule
            );
            let _ = writeln!(out, "    {}", finding.why);
            if let Some(code) = &finding.meta_code {
                let _ = writeln!(out, "    Meta: {code} at '{}': {}", finding.path, finding.message);
            }
            for fix in &finding.fixes {
                let _ = writeln!(out, "    Fix: {}", fix.title);
            }
        }
        let blocked = report.diagnostics.iter().filter(|f| f.severity == Severity::Blocked).count();
        let other = report.diagnostics.len() - blocked;
        let verdict = if report.valid { "Meta would take it" } else { "Meta would refuse it" };
        let _ = writeln!(out, "{}: {verdict} ({blocked} blocked, {other} other)", report.file);
    }
    out
}
