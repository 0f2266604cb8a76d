//! A button sends data or an answer of another kind than the next screen expects.
//!
//! # Why
//!
//! The next screen could not show it, so Meta refuses the form.
//!
//! # Example
//!
//! ```json
//! {"name": "navigate", "next": {"type": "screen", "name": "THANKS"}, "payload": {"name": "${data.count}"}}
//! ```
//!
//! # Fix
//!
//! Send something of the right kind, or change the data of the next screen.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot, short};
use crate::check::payload::{Misfit, Shape, misfit};
use crate::check::rule::{Rule, Run};
use crate::expr::binding;

pub(in crate::check) static RULE: Rule = Rule {
    id: "payload-data-wrong",
    severity: Severity::Blocked,
    codes: &["INVALID_NAVIGATE_ACTION_PAYLOAD"],
    checks: &["ActionPayloadFieldSchemaV500", "ActionPayloadFieldSchemaV600"],
    source: include_str!("payload_data_wrong.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for (action, target) in super::ways(cx) {
        let (Some(payload), Some(data)) = (action.payload(), target.data) else { continue };
        for member in payload.members() {
            let written = member.value.as_str().unwrap_or_default();
            let Some(reference) = binding::whole(&written) else { continue };
            let key = member.key();
            let (Some(schema), Some(shape)) = (data.schema(&key), Shape::of(cx, &reference)) else { continue };
            let (message, spot) = match misfit(&shape, schema) {
                None => continue,
                Some(Misfit::Type { expected, found }) => (
                    format!(
                        "Schema of dynamic data '{written}' is not matching schema of data model field '{key}' on \
                         screen '{}'. Property is expecting '{expected}' but got '{found}'.",
                        target.id
                    ),
                    Spot::value(member.value),
                ),
                Some(Misfit::Missing { property, at }) => (
                    format!(
                        "Unable to validate the schema of dynamic data '{written}' against the schema of data model \
                         field '{key}' on screen '{}'. Missing property '{property}'.",
                        target.id
                    ),
                    Spot::value(at),
                ),
            };
            let headline = format!("'{}' does not fit what screen {} expects", short(&key), short(&target.id));
            out.add(&RULE, message, headline, &[spot]);
        }
    }
}
