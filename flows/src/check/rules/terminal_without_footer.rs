//! A screen that ends the form has no button at its foot.
//!
//! # Why
//!
//! Without it nobody can send the answers.
//!
//! # Example
//!
//! ```json
//! {"id": "THANKS", "title": "Thank you", "terminal": true, "layout": {"type": "SingleColumnLayout", "children": []}}
//! ```
//!
//! # Fix
//!
//! Add a Footer that completes the form.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::context::FlowContext;
use crate::check::findings::{Findings, Spot, screen_name};
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;

pub(in crate::check) static RULE: Rule = Rule {
    id: "terminal-without-footer",
    severity: Severity::Blocked,
    codes: &["MISSING_FOOTER_ON_TERMINAL_SCREEN"],
    checks: &["TerminalScreenFooterV500"],
    source: include_str!("terminal_without_footer.rs"),
    run: Run::Flow(run),
};

fn run<'t>(cx: &FlowContext<'_, 't>, out: &mut Findings<'t>) {
    let without: Vec<_> = cx
        .flow
        .screens
        .iter()
        .zip(cx.outlines)
        .filter(|(screen, outline)| screen.terminal && outline.footers == 0)
        .map(|(screen, _)| screen)
        .collect();
    let Some(first) = without.first() else { return };
    let ids: Vec<&str> = without.iter().map(|screen| screen.id.as_ref()).collect();
    let (message, headline) = if without.len() == 1 {
        (
            format!("Footer component is missing on terminal screen '{}'.", first.id),
            format!("Screen {} ends the form but has no button", screen_name(cx.flow, first.index)),
        )
    } else {
        (
            format!("Footer component is missing on terminal screens: [{}].", ids.join(", ")),
            format!("{} screens end the form but have no button", without.len()),
        )
    };
    let spots: Vec<_> = without.iter().map(|screen| Spot::value(screen.node)).collect();
    // A list and a button cannot stand on one screen: there the list has to go first.
    let has_list = |index: usize| cx.outlines.get(index).is_some_and(|outline| outline.navigation_lists > 0);
    let edits = ids.iter().map(|id| Edit::SetTerminal { screen: (*id).to_owned(), terminal: true }).collect();
    let finding = out.add(&RULE, message, headline, &spots);
    if !without.iter().any(|screen| has_list(screen.index)) {
        finding.mended(Fix { title: "Add the button".to_owned(), edits });
    }
}
