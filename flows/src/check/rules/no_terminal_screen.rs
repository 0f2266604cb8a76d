//! No screen is marked as an end of the form.
//!
//! # Why
//!
//! People could never send their answers, so Meta refuses the form.
//!
//! # Example
//!
//! ```json
//! {"screens": [{"id": "ASK", "title": "Question"}]}
//! ```
//!
//! # Fix
//!
//! Mark the last screen as an end.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::context::FlowContext;
use crate::check::findings::{Findings, Spot, short};
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;

pub(in crate::check) static RULE: Rule = Rule {
    id: "no-terminal-screen",
    severity: Severity::Blocked,
    codes: &["MISSING_TERMINAL_SCREEN"],
    checks: &[],
    source: include_str!("no_terminal_screen.rs"),
    run: Run::Flow(run),
};

fn run<'t>(cx: &FlowContext<'_, 't>, out: &mut Findings<'t>) {
    let screens = &cx.flow.screens;
    if screens.iter().any(|screen| screen.terminal) {
        return;
    }
    let spots: Vec<_> = cx.flow.root.get("screens").map(Spot::value).into_iter().collect();
    let message = "Terminal screen is required but not provided.";
    let finding = out.add(&RULE, message, "No screen ends the form", &spots);
    if let Some(last) = screens.last() {
        let edit = Edit::SetTerminal { screen: last.id.to_string(), terminal: true };
        finding.mended(Fix { title: format!("Let {} end the form", short(&last.id)), edits: vec![edit] });
    }
}
