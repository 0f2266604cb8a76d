//! The form asks an endpoint, but does not say which screen can follow which.
//!
//! # Why
//!
//! The endpoint chooses the next screen; Meta allows only those that the routing model names.
//!
//! # Example
//!
//! ```json
//! {"version": "7.3", "data_api_version": "3.0", "screens": []}
//! ```
//!
//! # Fix
//!
//! Add the routing model.

use crate::check::Severity;
use crate::check::context::FlowContext;
use crate::check::findings::{Findings, Spot};
use crate::check::mend;
use crate::check::rule::{Rule, Run};

pub(in crate::check) static RULE: Rule = Rule {
    id: "endpoint-without-routes",
    severity: Severity::Blocked,
    codes: &["MISSING_REQUIRED_PROPERTY"],
    checks: &[],
    source: include_str!("endpoint_without_routes.rs"),
    run: Run::Flow(run),
};

fn run<'t>(cx: &FlowContext<'_, 't>, out: &mut Findings<'t>) {
    if cx.flow.data_api_version.is_some() && cx.flow.routing_model.is_none() {
        let message = "The property 'routing_model' is required for property 'data_api_version'.";
        let routes = cx.flow.screens.iter().map(|s| (s.id.to_string(), super::ways_of(cx, s.index).into()));
        let routes: serde_json::Map<_, _> = routes.collect();
        out.add(&RULE, message, "The ways between the screens are not listed", &[Spot::value(cx.flow.root)])
            .mended(mend::fix("List the ways", mend::set(cx.flow.root, "routing_model", routes.into())));
    }
}
