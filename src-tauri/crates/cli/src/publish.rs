use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use commands::App;
use commands::publish::{Local, apply, plan_texts};
use commands::wire::{Difference, Error, Outcome, Plan, PlanAction, Report};
use secrets::Keychain;

use crate::host::{IDENTIFIER, Terminal};
use crate::{PROBLEMS, UNUSABLE, runtime};

/// Publish a Flow JSON file
///
/// Shows what will happen, then does it. Safe to repeat: what is there already is found by its name.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The Flow JSON
    file: PathBuf,
    /// `practice`, or the name of an account connected in the app
    #[arg(long)]
    account: String,
    /// The Flow's name; the file's name without it
    #[arg(long)]
    name: Option<String>,
    /// Only show what would happen
    #[arg(long)]
    plan: bool,
    /// When a published Flow cannot be changed any more, publish it as a new one
    #[arg(long)]
    replace: bool,
}

pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let runtime = match runtime() {
        Ok(runtime) => runtime,
        Err(code) => return code,
    };
    match runtime.block_on(publish(arguments)) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("waymark: {error}");
            ExitCode::from(UNUSABLE)
        }
    }
}

async fn publish(arguments: &Arguments) -> Result<ExitCode, String> {
    let text = std::fs::read_to_string(&arguments.file)
        .map_err(|error| format!("{} cannot be read: {error}", arguments.file.display()))?;
    let name = arguments
        .name
        .clone()
        .or_else(|| stem(&arguments.file))
        .ok_or("the file has no name; give one with --name")?;
    let local = Local::of_file(&name, text);
    let flow = local.flow.clone();
    let host = Terminal::new().ok_or("this system names no folder for data")?;
    let app = App::new(host, Keychain::of_system(IDENTIFIER));
    let plan = plan_texts(&app, vec![local], &arguments.account).await.map_err(sentence)?;
    show_plan(&plan);
    let blocked = plan.rows.iter().any(|row| row.action == PlanAction::Blocked);
    if arguments.plan || blocked {
        return Ok(if blocked { ExitCode::from(PROBLEMS) } else { ExitCode::SUCCESS });
    }
    let replace = if arguments.replace { vec![flow] } else { Vec::new() };
    let report = apply(&app, &plan.id, &[], &replace).await.map_err(sentence)?;
    show_report(&report);
    Ok(if report.complete { ExitCode::SUCCESS } else { ExitCode::from(PROBLEMS) })
}

fn stem(file: &Path) -> Option<String> {
    Some(file.file_stem()?.to_str()?.to_owned())
}

fn sentence(error: Error) -> String {
    error.sentence
}

fn show_plan(plan: &Plan) {
    for row in &plan.rows {
        let action = match row.action {
            PlanAction::Create => "create",
            PlanAction::Change => "change",
            PlanAction::Replace => "replace",
            PlanAction::Remove => "remove",
            PlanAction::Skip => "skip",
            PlanAction::Wait => "wait",
            PlanAction::Blocked => "blocked",
        };
        println!("{action}: {} - {}", row.name, row.reason);
        for Difference { place, before, after, .. } in &row.differences {
            let side = |text: &Option<String>| text.clone().unwrap_or_else(|| "(not there)".to_owned());
            println!("  {place}: {} -> {}", side(before), side(after));
        }
        for finding in &row.blocked {
            let lines = finding.place.lines;
            println!("  {}:{} {} [{}]", lines.line_start, lines.column_start, finding.headline, finding.rule);
        }
    }
}

fn show_report(report: &Report) {
    for row in &report.rows {
        let outcome = match row.outcome {
            Outcome::Published => "published",
            Outcome::Submitted => "sent in",
            Outcome::Removed => "removed",
            Outcome::Skipped => "nothing to do",
            Outcome::Refused => "refused",
            Outcome::Unfinished => "unfinished",
        };
        let id = row.remote_id.as_ref().map(|id| format!(" (id {id})")).unwrap_or_default();
        println!("{outcome}: {}{id} - {}", row.name, row.sentence);
        for finding in &row.validation {
            let lines = finding.place.lines;
            println!("  {}:{} {}", lines.line_start, lines.column_start, finding.message);
        }
        if row.offer_new {
            println!("  Run again with --replace to publish it as a new one.");
        }
    }
}
