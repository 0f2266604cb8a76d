//! A part asks the endpoint, but the form has none.
//!
//! # Why
//!
//! Without an endpoint nobody would answer.
//!
//! # Example
//!
//! ```json
//! {"type": "Footer", "label": "Check", "on-click-action": {"name": "data_exchange", "payload": {}}}
//! ```
//!
//! # Fix
//!
//! Let the part do something else, or connect the form to an endpoint.

use crate::check::Severity;
use crate::check::context::FlowContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};

pub(in crate::check) static RULE: Rule = Rule {
    id: "exchange-without-endpoint",
    severity: Severity::Blocked,
    codes: &["MISSING_REQUIRED_PROPERTY"],
    checks: &[],
    source: include_str!("exchange_without_endpoint.rs"),
    run: Run::Flow(run),
};

fn run<'t>(cx: &FlowContext<'_, 't>, out: &mut Findings<'t>) {
    if cx.flow.data_api_version.is_none() && cx.outlines.iter().any(|outline| outline.asks_endpoint) {
        let message = "The property 'data_api_version' is required for data_exchange action.";
        out.add(&RULE, message, "The form asks your own system, but is not set up for one", &[Spot::value(cx.flow.root)]);
    }
}
