//! A step waits for an answer or an event without an end.
//!
//! # Why
//!
//! Many people never answer. They stay in the journey for ever and come to nothing else of it.
//!
//! # Example
//!
//! ```json
//! {"id": "ask", "kind": "wait_reply"}
//! ```
//!
//! # Fix
//!
//! Say how long it waits, and what comes then.

use serde_json::json;

use crate::check::findings::{Findings, Spot};
use crate::check::journey::JourneyContext;
use crate::check::rule::{Rule, Run};
use crate::check::{Severity, mend};
use crate::journey::Body;

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-waits-for-ever",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("journey_waits_for_ever.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    for at in cx.nodes() {
        let waits = matches!(
            at.node.body,
            Body::Ask(_) | Body::Flow(_) | Body::WaitReply(_) | Body::WaitEvent(_) | Body::WaitStatus(_)
        );
        if waits && at.node.body.timeout().is_none() {
            let headline = format!("'{}' waits for ever", at.called());
            let fix = mend::fix("Wait 20 hours", at.set("timeout", json!("20h")));
            out.add(&RULE, "", headline, &[Spot::value(at.text)]).mended(fix);
        }
    }
}
