//! A node is of a kind that is not known.
//!
//! # Why
//!
//! It comes from a newer version or another program. It is kept as it is, but nothing happens there: people go on
//! by its first connection.
//!
//! # Example
//!
//! ```json
//! {"id": "x", "kind": "teleport", "to": {"next": "end"}}
//! ```
//!
//! # Fix
//!
//! Use a newer version of Waymark, or put a step that is known in its place.

use super::shorten;
use crate::check::Severity;
use crate::check::findings::{Findings, short};
use crate::check::journey::JourneyContext;
use crate::check::rule::{Rule, Run};
use crate::journey::{Body, kinds};
use crate::json::Kind;

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-kind-unknown",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("journey_kind_unknown.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    for at in cx.nodes() {
        let Body::Sealed(sealed) = &at.node.body else { continue };
        let is_known = kinds().iter().any(|kind| kind.name == sealed.kind);
        if !is_known && at.text.kind() == Kind::Object {
            let headline = format!("'{}' is a kind of step that is not known here", short(&sealed.kind));
            out.add(&RULE, "", shorten(&headline), &[at.spot("kind")]);
        }
    }
}
