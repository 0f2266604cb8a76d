//! A part of a journey cannot be understood.
//!
//! # Why
//!
//! What is not understood is kept as it is, and left out of every run: people go past it.
//!
//! # Example
//!
//! ```json
//! {"id": "later", "kind": "wait", "for": "soon"}
//! ```
//!
//! # Fix
//!
//! Change what is named, or take the part out.

use super::shorten;
use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::journey::JourneyContext;
use crate::check::rule::{Rule, Run};

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-part-unread",
    severity: Severity::Blocked,
    codes: &[],
    checks: &[],
    source: include_str!("journey_part_unread.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    for unread in &cx.journey().unread {
        let Some(node) = out.tree().at(&unread.at) else { continue };
        let headline = format!("This part is not understood: {}", unread.why);
        out.add(&RULE, "", shorten(&headline), &[Spot::value(node)]);
    }
}
