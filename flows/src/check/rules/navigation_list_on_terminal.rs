//! A screen that ends the form has a NavigationList.
//!
//! # Why
//!
//! The list leads on to other screens, so it cannot stand on an end.
//!
//! # Example
//!
//! ```json
//! {"id": "MENU", "terminal": true, "layout": {"type": "SingleColumnLayout", "children": [{"type": "NavigationList"}]}}
//! ```
//!
//! # Fix
//!
//! Do not mark the screen as an end, or use a list of choices instead.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;
use crate::flow::ComponentKind;

pub(in crate::check) static RULE: Rule = Rule {
    id: "navigation-list-on-terminal",
    severity: Severity::Blocked,
    codes: &["INVALID_PROPERTY_KEY"],
    checks: &["NavigationListOnTerminalScreenV602"],
    source: include_str!("navigation_list_on_terminal.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    if !cx.screen.terminal {
        return;
    }
    for node in cx.of_kind(ComponentKind::NavigationList).filter_map(|component| component.get("type")) {
        let message = "Property 'NavigationList' is not allowed.";
        let edit = Edit::SetTerminal { screen: cx.screen.id.to_string(), terminal: false };
        out.add(&RULE, message, "A list that leads on cannot end the form", &[Spot::value(node)])
            .mended(Fix { title: "Do not end the form here".to_owned(), edits: vec![edit] });
    }
}
