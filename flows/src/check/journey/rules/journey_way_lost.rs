//! A connection goes to a step that is not there.
//!
//! # Why
//!
//! People who go that way are left behind.
//!
//! # Example
//!
//! ```json
//! {"id": "hi", "kind": "keyword", "words": ["hi"], "to": {"next": "gone"}}
//! ```
//!
//! # Fix
//!
//! Connect it to another step, or remove the connection.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::journey::JourneyContext;
use crate::check::rule::{Rule, Run};

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-way-lost",
    severity: Severity::Blocked,
    codes: &[],
    checks: &[],
    source: include_str!("journey_way_lost.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    for at in cx.nodes() {
        for (output, target) in &at.node.to {
            if cx.place(target).is_some() {
                continue;
            }
            let Some(way) = at.way(output) else { continue };
            let headline = format!("A way from '{}' leads to a step that is not there", at.called());
            out.add(&RULE, "", headline, &[Spot::value(way)])
                .mended_by(at.disconnect(output).into_iter().collect());
        }
    }
}
