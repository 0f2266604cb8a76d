//! A button leads to a screen that does not exist.
//!
//! # Why
//!
//! People who press it would get nowhere, so Meta refuses the form.
//!
//! # Example
//!
//! ```json
//! {"name": "navigate", "next": {"type": "screen", "name": "NOWHERE"}, "payload": {}}
//! ```
//!
//! # Fix
//!
//! Choose a screen that exists, or add the screen.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot, short};
use crate::check::rule::{Rule, Run};

pub(in crate::check) static RULE: Rule = Rule {
    id: "unknown-next-screen",
    severity: Severity::Blocked,
    codes: &["INVALID_NAVIGATE_ACTION_NEXT_SCREEN_NAME"],
    checks: &[],
    source: include_str!("unknown_next_screen.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for action in &cx.actions {
        let Some(node) = action.target() else { continue };
        let id = node.as_str().unwrap_or_default();
        if cx.other(&id).is_none() {
            let message = format!("Unknown screen ids found: [{id}].");
            let headline = format!("There is no screen {} to go to", short(&id));
            let finding = out.add(&RULE, message, headline, &[Spot::value(node)]);
            // Meta does not look at where the items of a list lead.
            if action.item.is_some() {
                finding.only_documented();
            }
        }
    }
}
