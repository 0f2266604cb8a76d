//! A text or a question names a value that the journey does not know.
//!
//! # Why
//!
//! Nothing would stand there, or nothing could be compared.
//!
//! # Example
//!
//! ```json
//! {"id": "hello", "kind": "send", "messages": [{"type": "text", "text": {"body": "Order {{order}}"}}]}
//! ```
//!
//! # Fix
//!
//! Add the value to what the journey knows, or write another one.

use serde_json::json;

use super::shorten;
use crate::check::findings::{Findings, Spot, short};
use crate::check::journey::JourneyContext;
use crate::check::rule::{Rule, Run};
use crate::check::{Fix, Severity, mend};
use crate::json::Kind;

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-value-unknown",
    severity: Severity::Blocked,
    codes: &[],
    checks: &[],
    source: include_str!("journey_value_unknown.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    for at in cx.nodes() {
        for (name, node) in at.named().into_iter().chain(at.asked()).filter(|(name, _)| !cx.knows(name)) {
            let headline = format!("Nothing is known as '{}'", short(&name));
            out.add(&RULE, "", shorten(&headline), &[Spot::value(node)]).mended_by(declared(cx, &name));
        }
    }
}

/// Declares it as a text.
fn declared(cx: &JourneyContext<'_>, name: &str) -> Vec<Fix> {
    let value = json!({"type": "text"});
    let edit = match cx.root.get("data") {
        Some(data) if data.kind() == Kind::Object => mend::set(data, name, value),
        Some(_) => return Vec::new(),
        None => mend::set(cx.root, "data", json!({name: value})),
    };
    vec![mend::fix(format!("Add '{}' as a text", short(name)), edit)]
}
