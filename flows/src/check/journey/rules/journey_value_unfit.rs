//! A value is set, compared or given as a sample that is of another type.
//!
//! # Why
//!
//! A number that is a word is compared as a word, and people see something else than was meant.
//!
//! # Example
//!
//! ```json
//! {"data": {"size": {"type": "number", "sample": "L"}}}
//! ```
//!
//! # Fix
//!
//! Change the value or its type.

use super::shorten;
use crate::check::Severity;
use crate::check::findings::{Findings, Spot, short};
use crate::check::journey::JourneyContext;
use crate::check::rule::{Rule, Run};
use crate::journey::{Body, Field, FieldName};
use crate::json::{Kind, Node};

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-value-unfit",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("journey_value_unfit.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    for member in cx.root.get("data").into_iter().flat_map(Node::members) {
        let name = member.key();
        let Some(field) = cx.journey().data.get(&FieldName::from(&*name)) else { continue };
        let Some(sample) = member.value.get("sample").filter(|sample| sample.kind() != Kind::Null) else {
            continue;
        };
        tell(field, sample, &name, out);
    }
    for at in cx.nodes() {
        let Body::Set(set) = &at.node.body else { continue };
        let (Some(field), Some(value)) = (cx.journey().data.get(&set.field), at.text.get("value")) else {
            continue;
        };
        // What is filled in, or forgotten, is of no type yet.
        let is_open = value.as_str().is_some_and(|text| text.contains("{{")) || value.kind() == Kind::Null;
        if !is_open {
            tell(field, value, &set.field.0, out);
        }
    }
}

fn tell<'t>(field: &Field, value: Node<'t>, name: &str, out: &mut Findings<'t>) {
    if !field.data_type.fits(&value.to_value()) {
        let headline = format!("'{}' is {}, and this is none", short(name), field.data_type.words());
        out.add(&RULE, "", shorten(&headline), &[Spot::value(value)]);
    }
}
