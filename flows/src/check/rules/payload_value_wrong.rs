//! A button sends a fixed value that the next screen does not expect, or of another kind than it
//! expects.
//!
//! # Why
//!
//! The next screen could not show it, so Meta refuses the form.
//!
//! # Example
//!
//! ```json
//! {"name": "navigate", "next": {"type": "screen", "name": "THANKS"}, "payload": {"name": 1}}
//! ```
//!
//! # Fix
//!
//! Send a value of the right kind, or change the data of the next screen.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot, short};
use crate::check::payload::{accepts, is_fixed, kinds};
use crate::check::rule::{Rule, Run};

pub(in crate::check) static RULE: Rule = Rule {
    id: "payload-value-wrong",
    severity: Severity::Blocked,
    codes: &["INVALID_NAVIGATE_ACTION_STATIC_DATA"],
    checks: &["NavigateActionStaticDataV500", "NavigateActionStaticDataV600"],
    source: include_str!("payload_value_wrong.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for (action, target) in super::ways(cx) {
        let (Some(payload), Some(data)) = (action.payload(), target.data) else { continue };
        for member in payload.members().filter(|m| is_fixed(m.value, cx.version)) {
            let key = member.key();
            let Some(schema) = data.schema(&key) else {
                let message = format!(
                    "The payload field '{key}' on screen '{}' is missing in the data model of screen '{}'.",
                    cx.screen.id, target.id
                );
                let headline = format!("Screen {} does not expect '{}'", short(&target.id), short(&key));
                out.add(&RULE, message, headline, &[Spot::value(member.value), Spot::value(data.node)]);
                continue;
            };
            let expected = schema.get("type").and_then(crate::json::Node::as_str).unwrap_or_default();
            if !accepts(&expected, member.value) {
                let message = format!(
                    "Schema of payload data at '{key}' on screen '{}' is not matching with schema of data model \
                     field on screen '{}'. Property is expecting '{expected}' but got {}.",
                    cx.screen.id, target.id, kinds(member.value)
                );
                let headline = format!("'{}' should be sent as {}", short(&key), super::in_words(&expected));
                out.add(&RULE, message, headline, &[Spot::value(member.value)]);
            }
        }
    }
}
