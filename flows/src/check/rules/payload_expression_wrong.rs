//! A button sends an expression that cannot be worked out.
//!
//! # Why
//!
//! There would be nothing to send, so Meta refuses the form.
//!
//! # Example
//!
//! ```json
//! {"name": "complete", "payload": {"total": "`${form.name} + 1`"}}
//! ```
//!
//! # Fix
//!
//! Correct the expression, or send a plain answer.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::expr::nested;

pub(in crate::check) static RULE: Rule = Rule {
    id: "payload-expression-wrong",
    severity: Severity::Blocked,
    codes: &["INVALID_ACTION_PAYLOAD_PROPERTY"],
    checks: &["NavigateActionStaticDataV600", "NestedExpressionActionPayloadPropertyV702"],
    source: include_str!("payload_expression_wrong.rs"),
    run: Run::Screen(run),
};

/// From 6.0 on for `navigate` and `update_data`, from 7.2 on for the others.
const EARLY: &[&str] = &["NavigateActionStaticDataV600"];
const LATE: &[&str] = &["NestedExpressionActionPayloadPropertyV702"];

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for action in &cx.actions {
        let early = action.is("navigate") || action.is("update_data");
        let Some(payload) = action.payload().filter(|_| cx.runs(if early { EARLY } else { LATE })) else { continue };
        // What goes to another screen is read there.
        let target = action.target().and_then(crate::json::Node::as_str);
        let screen = target.as_deref().unwrap_or(&cx.screen.id);
        if cx.other(screen).is_none() {
            continue;
        }
        for member in payload.members() {
            let written = member.value.as_str().unwrap_or_default();
            if !nested::is_expression(&written) {
                continue;
            }
            let scope = cx.scope(screen);
            if let Err(refusal) = nested::check(&written, super::ANY_TYPE, &scope) {
                let headline = "This cannot be worked out; look at its names and signs";
                out.add(&RULE, refusal.to_string(), headline, &[Spot::value(member.value)]);
            }
        }
    }
}
