//! A button does not send everything that the next screen needs.
//!
//! # Why
//!
//! The next screen could not show what is missing, so Meta refuses the form.
//!
//! # Example
//!
//! ```json
//! {"name": "navigate", "next": {"type": "screen", "name": "THANKS"}, "payload": {}}
//! ```
//!
//! # Fix
//!
//! Add what is missing to what is sent, or remove it from the next screen.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot, short};
use crate::check::mend;
use crate::check::rule::{Rule, Run};

pub(in crate::check) static RULE: Rule = Rule {
    id: "payload-key-missing",
    severity: Severity::Blocked,
    codes: &["INVALID_NAVIGATE_ACTION_PAYLOAD"],
    checks: &["NavigateActionPayloadFieldsV500"],
    source: include_str!("payload_key_missing.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for (action, target) in super::ways(cx) {
        let (Some(payload), Some(data)) = (action.payload(), target.data) else { continue };
        let missing: Vec<_> =
            data.fields().map(|m| m.key()).filter(|key| payload.get(key).is_none()).collect();
        if let Some(first) = missing.first() {
            let message = format!(
                "Following fields are expected in the next screen's data model but missing in payload: [{}].",
                missing.join(", ")
            );
            let headline = format!("'{}' is not sent to screen {}", short(first), short(&target.id));
            out.add(&RULE, message, headline, &[Spot::value(payload)]).mended_by(mend::send_what_is_needed(
                &cx.screen.id,
                &target.id,
                action.node,
            ));
        }
    }
}
