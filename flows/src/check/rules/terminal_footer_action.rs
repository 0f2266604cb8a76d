//! The button of a screen that ends the form does not finish it.
//!
//! # Why
//!
//! On an end, the button has to complete the form (or, with an endpoint, may ask it), else people are
//! stuck.
//!
//! # Example
//!
//! ```json
//! {"type": "Footer", "label": "Back", "on-click-action": {"name": "navigate", "next": {"type": "screen", "name": "ASK"}}}
//! ```
//!
//! # Fix
//!
//! Let the button complete the form, or do not mark the screen as an end.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;
use crate::flow::ComponentKind;

pub(in crate::check) static RULE: Rule = Rule {
    id: "terminal-footer-action",
    severity: Severity::Blocked,
    codes: &["INVALID_PROPERTY_VALUE"],
    checks: &["TerminalScreenFooterV500"],
    source: include_str!("terminal_footer_action.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    if !cx.screen.terminal {
        return;
    }
    let endpoint = cx.flow.data_api_version.is_some();
    for action in &cx.actions {
        let footer = cx.owner(action).is_some_and(|owner| owner.is(ComponentKind::Footer));
        let finishes = action.is("complete") || endpoint && action.is("data_exchange");
        let Some(name) = action.node.get("name").filter(|_| footer && !finishes) else { continue };
        let expected = if endpoint { "one of: [complete, data_exchange]" } else { "'complete'" };
        let message = format!("Invalid value found for property 'name'. Expected {expected}.");
        let edit = Edit::SetTerminal { screen: cx.screen.id.to_string(), terminal: false };
        out.add(&RULE, message, "The last button does not finish the form", &[Spot::value(name)])
            .mended(Fix { title: "Do not end the form here".to_owned(), edits: vec![edit] });
    }
}
