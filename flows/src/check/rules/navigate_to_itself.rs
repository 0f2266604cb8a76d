//! A button leads to the screen it stands on.
//!
//! # Why
//!
//! Pressing it would change nothing, so Meta refuses it.
//!
//! # Example
//!
//! ```json
//! {"name": "navigate", "next": {"type": "screen", "name": "ASK"}, "payload": {}}
//! ```
//!
//! # Fix
//!
//! Choose the screen that should come next.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};

pub(in crate::check) static RULE: Rule = Rule {
    id: "navigate-to-itself",
    severity: Severity::Blocked,
    codes: &["INVALID_NAVIGATE_ACTION_NEXT_SCREEN_NAME"],
    checks: &[],
    source: include_str!("navigate_to_itself.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for action in cx.actions.iter().filter(|action| action.item.is_none()) {
        let Some(node) = action.target().filter(|node| node.is_str(&cx.screen.id)) else { continue };
        let message = format!("Same screen navigation is not allowed. Loop detected at [{}].", cx.screen.id);
        out.add(&RULE, message, "This leads to the screen it stands on", &[Spot::value(node)]);
    }
}
