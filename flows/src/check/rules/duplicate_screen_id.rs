//! Two screens have the same id.
//!
//! # Why
//!
//! Nobody could tell which of them a button leads to, so Meta refuses the form.
//!
//! # Example
//!
//! ```json
//! [{"id": "ASK", "title": "One"}, {"id": "ASK", "title": "Two"}]
//! ```
//!
//! # Fix
//!
//! Rename one of them.

use crate::check::Severity;
use crate::check::context::FlowContext;
use crate::check::findings::{Findings, Spot, short};
use crate::check::mend;
use crate::check::rule::{Rule, Run};
use crate::edit::mending;

pub(in crate::check) static RULE: Rule = Rule {
    id: "duplicate-screen-id",
    severity: Severity::Blocked,
    codes: &["DUPLICATE_SCREEN_IDS"],
    checks: &[],
    source: include_str!("duplicate_screen_id.rs"),
    run: Run::Flow(run),
};

fn run<'t>(cx: &FlowContext<'_, 't>, out: &mut Findings<'t>) {
    for screen in &cx.flow.screens {
        let first = cx.flow.screen(&screen.id).filter(|first| first.index != screen.index);
        if let Some(first) = first
            && let Some(node) = screen.node.get("id")
        {
            let message = format!("Duplicate screen id found: '{}'.", screen.id);
            let headline = format!("There are two screens with the id {}", short(&screen.id));
            let new = mending::valid_screen_id(out.tree(), &screen.id);
            let rename =
                mend::fix(format!("Call the second one {}", short(&new)), mend::replace(node, new.into()));
            let finding = out.add(&RULE, message, headline, &[Spot::value(node)]);
            finding.mended(rename);
            // Of twins one is enough; another screen may be the only end, or the only way on.
            if screen.node.raw() == first.node.raw() {
                finding.mended(mend::remove_item(screen.node, "Delete the second one"));
            }
        }
    }
}
