//! A node has no id, or the id of another one.
//!
//! # Why
//!
//! Connections go to ids. Of two nodes with one id only the first can be reached.
//!
//! # Example
//!
//! ```json
//! [{"id": "hello", "kind": "end"}, {"id": "hello", "kind": "end"}]
//! ```
//!
//! # Fix
//!
//! Give each node an id of its own.

use serde_json::json;

use crate::check::findings::Findings;
use crate::check::journey::JourneyContext;
use crate::check::journey::context::At;
use crate::check::rule::{Rule, Run};
use crate::check::{Fix, Severity, mend};

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-id-wrong",
    severity: Severity::Blocked,
    codes: &[],
    checks: &[],
    source: include_str!("journey_id_wrong.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    for at in cx.nodes() {
        let id = &at.node.id;
        if id.0.trim().is_empty() {
            let headline = format!("'{}' has no id", at.called());
            out.add(&RULE, "", headline, &[at.spot("id")]).mended_by(vec![renamed(cx, &at)]);
        } else if cx.place(id) != Some(at.index) {
            let headline = format!("'{}' has the id of another step", at.called());
            out.add(&RULE, "", headline, &[at.spot("id")]).mended_by(vec![renamed(cx, &at)]);
        }
    }
}

/// An id that is free.
fn renamed(cx: &JourneyContext<'_>, at: &At<'_, '_>) -> Fix {
    let id = cx.free_id(at.node.body.kind());
    mend::fix(format!("Call it '{id}'"), at.set("id", json!(id)))
}
