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
use crate::check::journey::context::At;
use crate::check::rule::{Rule, Run};
use crate::check::{Fix, Severity, mend};
use crate::journey::Body;
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
    let known = |name: &str, at: &At<'_, '_>| cx.knows(name) || template_variable(at, name);
    for at in cx.nodes() {
        let named = at.named().into_iter().filter(|(name, _)| !known(name, &at));
        let asked = at.asked().into_iter().filter(|(name, _)| !cx.knows(name));
        for (name, node) in named.chain(asked) {
            let headline = format!("Nothing is known as '{}'", short(&name));
            out.add(&RULE, "", shorten(&headline), &[Spot::value(node)]).mended_by(declared(cx, &name));
        }
    }
}

/// In the name of a template's variable no value is meant.
fn template_variable(at: &At<'_, '_>, name: &str) -> bool {
    matches!(&at.node.body, Body::SendTemplate(sent) if sent.template.values.contains_key(name) && !sent.template.values.values().any(|value| value.fields().any(|field| field.0 == name)))
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
