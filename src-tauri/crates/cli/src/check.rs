use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use flows::check::{
    Diagnostic, DocumentKind, Fix, Place, Severity, check, check_journey, check_journey_of, check_message,
    check_template,
};
use flows::json::Pointer;
use serde::Serialize;

use crate::project::{Document, Together, together};
use crate::{PROBLEMS, UNUSABLE, sarif};

/// Check Flows, message templates, messages and journeys
///
/// Of a project (a folder or a .waymark file) everything is looked at beside each other, so that a template or Flow which
/// a journey needs and the project has not is found. Of files that are given together journeys are looked at beside the
/// others; one file alone, by itself. What Meta has approved does not show in files: templates count as approved.
///
/// Exit status: 0 when nothing is blocked (Meta would take every Flow, template and message, and every journey can be
/// published), 1 when something is, 2 when a file cannot be read.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Projects and files to check; `-` reads the standard input
    #[arg(required = true)]
    paths: Vec<PathBuf>,
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
    /// Whether nothing is blocked: Meta would take it; a journey can be published.
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
    let (all, unusable) = together(&arguments.paths);
    let reports: Vec<Report> = all
        .iter()
        .flat_map(|together| together.documents.iter().map(|document| report(document, together)))
        .collect();
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

fn report(document: &Document, together: &Together) -> Report {
    let Document { file, kind, name, tree, .. } = document;
    let found = match kind {
        DocumentKind::Flow => check(tree),
        DocumentKind::Template => check_template(tree),
        DocumentKind::Message => check_message(tree),
        DocumentKind::Journey if together.documents.len() == 1 && !together.is_project => check_journey(tree),
        DocumentKind::Journey => check_journey_of(&together.project, name, tree),
    };
    let version = tree.root().get("version").and_then(|v| Some(v.as_str()?.into_owned()));
    Report {
        file: file.clone(),
        kind: *kind,
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
        let verdict = match (report.kind, report.valid) {
            // A journey never goes to Meta: what it sends does, message by message.
            (DocumentKind::Journey, true) => "it can be published",
            (DocumentKind::Journey, false) => "it cannot be published",
            (_, true) => "Meta would take it",
            (_, false) => "Meta would refuse it",
        };
        let _ = writeln!(out, "{}: {verdict} ({blocked} blocked, {other} other)", report.file);
    }
    out
}
