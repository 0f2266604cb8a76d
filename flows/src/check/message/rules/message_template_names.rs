//! Some values of a template are given by name and others by position, or one name is given twice.
//!
//! # Why
//!
//! A template takes either names or positions.
//!
//! # Example
//!
//! ```json
//! {"parameters": [{"type": "text", "parameter_name": "name", "text": "Ana"}, {"type": "text", "text": "5"}]}
//! ```
//!
//! # Fix
//!
//! Name all values as the template does, or none.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot, short};
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};
use crate::json::Node;
use std::collections::BTreeSet;

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-template-names",
    severity: Severity::Blocked,
    codes: &["132012"],
    checks: &[],
    source: include_str!("message_template_names.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    let is_text = |part: &Node<'t>| {
        let kind = part.get("type");
        kind.is_some_and(|kind| kind.is_str_ignoring_case("header") || kind.is_str_ignoring_case("body"))
    };
    let (mut named, mut unnamed) = (0, Vec::new());
    for part in cx.filled().into_iter().filter(is_text) {
        let mut seen = BTreeSet::new();
        for value in part.get("parameters").into_iter().flat_map(Node::items) {
            if !value.get("type").is_some_and(|kind| FILLED.iter().any(|filled| kind.is_str(filled))) {
                continue;
            }
            let Some(name) = value.get("parameter_name") else {
                unnamed.push(value);
                continue;
            };
            named += 1;
            let written = name.as_str().filter(|written| !written.trim().is_empty());
            if let Some(written) = written.filter(|written| !seen.insert(written.clone())) {
                let headline = format!("The value '{}' is given twice", short(&written));
                out.add(&RULE, "", headline, &[Spot::value(name)]);
            }
        }
    }
    if named > 0 {
        for value in unnamed {
            out.add(&RULE, "", "Other values have a name, this one has none", &[Spot::value(value)]);
        }
    }
}

/// Values that stand for variables in a text.
const FILLED: [&str; 3] = ["text", "currency", "date_time"];
