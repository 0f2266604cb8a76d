//! A start, an answer, a case or the silence after a question leads nowhere.
//!
//! # Why
//!
//! People who go that way hear nothing more, and the journey ends for them without anybody having decided so.
//!
//! # Example
//!
//! ```json
//! {"id": "ask", "kind": "ask", "expects": "choice", "to": {"answer:yes": "thanks"}}
//! ```
//!
//! # Fix
//!
//! Connect it to the next step, or to an end.

use super::shorten;
use crate::check::Severity;
use crate::check::findings::{Findings, short};
use crate::check::journey::JourneyContext;
use crate::check::rule::{Rule, Run};
use crate::journey::{OutputRole, Role};

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-way-open",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("journey_way_open.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    for at in cx.nodes().filter(|at| !at.node.off) {
        for output in at.node.body.outputs() {
            let begins = output.role == OutputRole::Next && at.node.body.role() == Role::Trigger;
            let asks = begins
                || matches!(output.role, OutputRole::Choice | OutputRole::NoAnswer | OutputRole::Failed);
            let counts = output.role != OutputRole::NoAnswer || at.node.body.timeout().is_some();
            if !asks || !counts || at.node.to.contains_key(&output.name) {
                continue;
            }
            if begins {
                let headline = format!("'{}' leads nowhere", at.called());
                out.add(&RULE, "", shorten(&headline), &[at.spot("to")]);
                continue;
            }
            let after = match (output.role, &output.words) {
                (OutputRole::NoAnswer, _) => "no answer".to_owned(),
                (OutputRole::Failed, _) => "a failure".to_owned(),
                (_, Some(words)) => format!("'{}'", short(words)),
                (_, None) => format!("'{}'", short(&output.name)),
            };
            let headline = format!("After {after} at '{}' nothing comes", at.called());
            out.add(&RULE, "", shorten(&headline), &[at.spot("to")]);
        }
    }
}
