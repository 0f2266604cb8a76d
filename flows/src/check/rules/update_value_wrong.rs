//! A choice changes data to a value of another kind.
//!
//! # Why
//!
//! The screen could not show it, so Meta refuses the form.
//!
//! # Example
//!
//! ```json
//! {"name": "update_data", "payload": {"name": 1}}
//! ```
//!
//! # Fix
//!
//! Use a value of the kind that the screen's data has.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot, short};
use crate::check::payload::{accepts, is_fixed, kinds};
use crate::check::rule::{Rule, Run};

pub(in crate::check) static RULE: Rule = Rule {
    id: "update-value-wrong",
    severity: Severity::Blocked,
    codes: &["INVALID_UPDATE_DATA_ACTION_PAYLOAD"],
    checks: &["UpdateDataActionStaticDataV600"],
    source: include_str!("update_value_wrong.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for payload in super::updates(cx) {
        for member in payload.members().filter(|m| is_fixed(m.value, cx.version)) {
            let key = member.key();
            let Some(schema) = cx.screen.data.and_then(|data| data.schema(&key)) else { continue };
            let expected = schema.get("type").and_then(crate::json::Node::as_str).unwrap_or_default();
            if !accepts(&expected, member.value) {
                let message = format!(
                    "Schema of payload data at '{key}' on screen '{0}' is not matching with schema of data model \
                     field on screen '{0}'. Property is expecting '{expected}' but got {1}.",
                    cx.screen.id, kinds(member.value)
                );
                let headline = format!("'{}' should become {}", short(&key), super::in_words(&expected));
                out.add(&RULE, message, headline, &[Spot::value(member.value)]);
            }
        }
    }
}
