//! What a form begins with does not go with how it opens, or is empty.
//!
//! # Why
//!
//! A form that asks your server for its first screen cannot be given one; and the first screen's data has to hold
//! something. Data written as a text is taken by some versions only.
//!
//! # Example
//!
//! ```json
//! {"flow_action": "data_exchange", "flow_action_payload": {"screen": "WELCOME"}}
//! ```
//!
//! # Fix
//!
//! Take it out, or open the form with its first screen.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::mend;
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};
use crate::json::Kind;

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-flow-payload",
    severity: Severity::Blocked,
    codes: &["131009"],
    checks: &[],
    source: include_str!("message_flow_payload.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    let Some(parameters) = super::flow_parameters(cx) else { return };
    let Some(payload) = parameters.get("flow_action_payload") else { return };
    let asks =
        parameters.get("flow_action").is_some_and(|action| action.is_str_ignoring_case("data_exchange"));
    if asks {
        out.add(&RULE, "", "A form that asks your server cannot be given a screen", &[Spot::value(payload)])
            .mended(mend::fix("Take it out", mend::without(parameters, "flow_action_payload")));
        return;
    }
    let Some(data) = payload.get("data") else { return };
    if data.kind() == Kind::Object && data.members().next().is_none() {
        out.add(&RULE, "", "The data for the first screen is empty", &[Spot::value(data)])
            .mended(mend::fix("Take it out", mend::without(payload, "data")));
    } else if data.kind() == Kind::String {
        out.add(&RULE, "", "The first screen's data is a text; better is an object", &[Spot::value(data)])
            .only_documented();
    }
}
