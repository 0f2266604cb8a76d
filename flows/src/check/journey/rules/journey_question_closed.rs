//! A question cannot be answered as it expects.
//!
//! # Why
//!
//! It waits for a button or a row, but its message has none.
//!
//! # Example
//!
//! ```json
//! {"id": "ask", "kind": "ask", "expects": "choice", "message": {"type": "text", "text": {"body": "Yes or no?"}}}
//! ```
//!
//! # Fix
//!
//! Give the message buttons or a list, or let the answer be words.

use serde_json::json;

use super::shorten;
use crate::check::findings::Findings;
use crate::check::journey::JourneyContext;
use crate::check::rule::{Rule, Run};
use crate::check::{Severity, mend};
use crate::journey::{Body, Expected};

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-question-closed",
    severity: Severity::Blocked,
    codes: &[],
    checks: &[],
    source: include_str!("journey_question_closed.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    for at in cx.nodes() {
        let Body::Ask(ask) = &at.node.body else { continue };
        if ask.expects == Expected::Choice && ask.message.answers().is_empty() {
            let headline = format!("'{}' expects a choice, but there is nothing to tap", at.called());
            let fix = mend::fix("Let the answer be words", at.set("expects", json!({"text": {}})));
            out.add(&RULE, "", shorten(&headline), &[at.spot("expects")]).mended(fix);
        }
    }
}
