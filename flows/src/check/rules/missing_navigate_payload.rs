//! A button leads to a screen that needs data, but sends none.
//!
//! # Why
//!
//! The next screen could not show what it should, so Meta refuses the form.
//!
//! # Example
//!
//! ```json
//! {"name": "navigate", "next": {"type": "screen", "name": "THANKS"}}
//! ```
//!
//! # Fix
//!
//! Send along what the next screen needs.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot, short};
use crate::check::mend;
use crate::check::rule::{Rule, Run};

pub(in crate::check) static RULE: Rule = Rule {
    id: "missing-navigate-payload",
    severity: Severity::Blocked,
    codes: &["MISSING_NAVIGATION_ACTION_PAYLOAD"],
    checks: &["NavigateActionPayloadFieldsV500"],
    source: include_str!("missing_navigate_payload.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for (action, target) in super::ways(cx) {
        let needs = target.data.is_some_and(|data| data.fields().next().is_some());
        if needs && action.node.get("payload").is_none() {
            let message = "Property 'payload' is required when the next screen's data model is not empty.";
            let headline = format!("Screen {} needs data, but nothing is sent", short(&target.id));
            out.add(&RULE, message, headline, &[Spot::value(action.node)])
                .mended_by(mend::send_what_is_needed(&cx.screen.id, &target.id, action.node));
        }
    }
}
