//! A button completes the form on a screen that is not marked as an end.
//!
//! # Why
//!
//! Meta allows `complete` only where the form can end.
//!
//! # Example
//!
//! ```json
//! {"id": "ASK", "title": "Question", "layout": {"type": "SingleColumnLayout", "children": [{"type": "Footer", "label": "Send", "on-click-action": {"name": "complete"}}]}}
//! ```
//!
//! # Fix
//!
//! Mark the screen as an end, or let the button go on to another screen.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot};
use crate::check::mend;
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;

pub(in crate::check) static RULE: Rule = Rule {
    id: "complete-on-non-terminal",
    severity: Severity::Blocked,
    codes: &["INVALID_COMPLETE_ACTION"],
    checks: &[],
    source: include_str!("complete_on_non_terminal.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    if cx.screen.terminal {
        return;
    }
    for action in cx.actions.iter().filter(|action| action.is("complete")) {
        let Some(name) = action.node.get("name") else { continue };
        let message = "On-click-action 'complete' can only be configured on a terminal screen.";
        let headline = "This button ends the form, but its screen is not an end";
        let edit = Edit::SetTerminal { screen: cx.screen.id.to_string(), terminal: true };
        out.add(&RULE, message, headline, &[Spot::value(name)])
            .mended(mend::fix("Let this screen end the form", edit));
    }
}
