//! Nobody can come to a step.
//!
//! # Why
//!
//! No way from a start leads there, so it never happens.
//!
//! # Example
//!
//! ```json
//! {"id": "lost", "kind": "send", "messages": []}
//! ```
//!
//! # Fix
//!
//! Connect a step to it, or remove it.

use crate::check::findings::{Findings, Spot};
use crate::check::journey::JourneyContext;
use crate::check::rule::{Rule, Run};
use crate::check::{Severity, mend};
use crate::journey::Role;

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-step-unreached",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("journey_step_unreached.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    let reached = cx.reached();
    for at in cx.nodes() {
        let counts = !matches!(at.node.body.role(), Role::Note | Role::Trigger);
        if counts && !reached.contains(&at.index) {
            let headline = format!("Nobody comes to '{}'", at.called());
            out.add(&RULE, "", headline, &[Spot::value(at.text)])
                .mended(mend::remove_item(at.text, "Remove the step"));
        }
    }
}
