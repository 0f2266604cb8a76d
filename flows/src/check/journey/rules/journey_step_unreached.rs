//! Nobody can come to a step.
//!
//! # Why
//!
//! No way from a start leads there, or only one that no run can take, so it never happens. What is there in case the
//! 24 hours are over, or behind a question whose template Meta does not let out yet, is not told.
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
use crate::journey::{TemplateStatus, output};

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-step-unreached",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("journey_step_unreached.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    let kept = cx.onward(in_case(cx), |_| true);
    for at in cx.unreached().difference(&kept).filter_map(|index| cx.at(*index)) {
        let headline = format!("Nobody comes to '{}'", at.called());
        out.add(&RULE, "", headline, &[Spot::value(at.text)])
            .mended(mend::remove_item(at.text, "Remove the step"));
    }
}

/// Where steps to which people come lead when something is not as it should be: that nobody comes there is well.
fn in_case<'c>(cx: &'c JourneyContext<'_>) -> impl Iterator<Item = usize> + 'c {
    let reached = cx.nodes().filter(|at| !cx.unreached().contains(&at.index));
    reached.flat_map(|at| {
        let out = at
            .templates()
            .iter()
            .all(|(used, _)| cx.template(used).is_some_and(|known| known.status == TemplateStatus::Approved));
        let ways = at.node.to.iter().filter(move |(way, _)| !out || *way == output::CLOSED);
        ways.filter_map(|(_, target)| cx.place(target))
    })
}
