//! The sides of a split have no weight.
//!
//! # Why
//!
//! Nobody can be sent to either side when all shares are nothing.
//!
//! # Example
//!
//! ```json
//! {"id": "s", "kind": "split", "ways": [{"id": "a", "name": "A", "weight": 0}]}
//! ```
//!
//! # Fix
//!
//! Give the sides a weight; the same for all sends as many to each.

use serde_json::json;

use crate::check::findings::Findings;
use crate::check::journey::JourneyContext;
use crate::check::rule::{Rule, Run};
use crate::check::{Fix, Severity, mend};
use crate::journey::Body;
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-split-unweighed",
    severity: Severity::Blocked,
    codes: &[],
    checks: &[],
    source: include_str!("journey_split_unweighed.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    for at in cx.nodes() {
        let Body::Split(split) = &at.node.body else { continue };
        if split.ways.is_empty() || split.ways.iter().any(|way| way.weight > 0) {
            continue;
        }
        let ways = at.text.get("ways").into_iter().flat_map(Node::items);
        let fix = Fix {
            title: "Send as many to each".to_owned(),
            edits: ways.map(|way| mend::set(way, "weight", json!(1))).collect(),
        };
        let headline = format!("'{}' sends nobody to any side", at.called());
        out.add(&RULE, "", headline, &[at.spot("ways")]).mended(fix);
    }
}
