//! A button sends data or an answer that the screen does not have.
//!
//! # Why
//!
//! There would be nothing to send, so Meta refuses the form.
//!
//! # Example
//!
//! ```json
//! {"name": "complete", "payload": {"name": "${form.nmae}"}}
//! ```
//!
//! # Fix
//!
//! Choose data or a field that exists.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot, short};
use crate::check::rule::{Rule, Run};
use crate::expr::{Source, binding};
use crate::flow::Slot;

pub(in crate::check) static RULE: Rule = Rule {
    id: "payload-reference-unknown",
    severity: Severity::Blocked,
    codes: &["INVALID_ON_CLICK_ACTION_PAYLOAD"],
    checks: &["OnClickActionPayloadV500", "OnClickActionPayloadV600"],
    source: include_str!("payload_reference_unknown.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for action in cx.actions.iter().filter(|action| action.slot == Slot::Click) {
        let Some(payload) = action.payload() else { continue };
        for member in payload.members() {
            let written = member.value.as_str().unwrap_or_default();
            let Some(reference) = binding::whole(&written).filter(|r| r.screen.is_none()) else { continue };
            let name = reference.name();
            let (message, headline) = match reference.source {
                Source::Data if cx.screen.data.is_none_or(|data| data.schema(name).is_none()) => (
                    format!("Missing dynamic data '{written}' in the data model for screen {}.", cx.screen.id),
                    format!("This screen has no data called '{}'", short(name)),
                ),
                Source::Form if cx.own().is_none_or(|own| own.field(name).is_none()) => (
                    format!("Missing Form component {written} for screen '{}'.", cx.screen.id),
                    format!("This screen has no field called '{}'", short(name)),
                ),
                _ => continue,
            };
            out.add(&RULE, message, headline, &[Spot::value(member.value)]);
        }
    }
}
