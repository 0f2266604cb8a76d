//! The button that opens a form names none, or two ways.
//!
//! # Why
//!
//! Meta wants the form by its number or by its name: exactly one of them.
//!
//! # Example
//!
//! ```json
//! {"parameters": {"flow_message_version": "3", "flow_cta": "Book now"}}
//! ```
//!
//! # Fix
//!
//! Choose the form.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::mend;
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-flow-form",
    severity: Severity::Blocked,
    codes: &["131008", "131009"],
    checks: &[],
    source: include_str!("message_flow_form.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    let Some(parameters) = super::flow_parameters(cx) else { return };
    match (parameters.get("flow_id"), parameters.get("flow_name")) {
        (None, None) => {
            out.add(&RULE, "", "This button opens no form yet", &[Spot::value(parameters)]);
        }
        (Some(_), Some(name)) => {
            out.add(&RULE, "", "This button names its form in two ways", &[Spot::value(name)])
                .coded("131009")
                .mended(mend::fix("Keep the number", mend::without(parameters, "flow_name")));
        }
        _ => {}
    }
}
