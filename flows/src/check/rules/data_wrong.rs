//! Data of a screen is not described as it should be: its type is missing, unknown or not one name, or
//! a list does not say what is in it.
//!
//! # Why
//!
//! The phone checks what it is given against this description.
//!
//! # Example
//!
//! ```json
//! {"data": {"times": {"type": "array", "__example__": []}}}
//! ```
//!
//! # Fix
//!
//! Name one type; for a list, describe its items.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot, short};
use crate::check::rule::{Rule, Run};
use crate::check::rules::wrong_type::type_name;
use crate::json::{Kind, Node};

pub(in crate::check) static RULE: Rule = Rule {
    id: "data-wrong",
    severity: Severity::Blocked,
    codes: &["INVALID_SCREEN_DATA", "INVALID_ENUM_VALUE", "INVALID_PROPERTY_TYPE"],
    checks: &[],
    source: include_str!("data_wrong.rs"),
    run: Run::Screen(run),
};

const TYPES: [&str; 7] = ["array", "boolean", "integer", "null", "number", "object", "string"];

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for member in cx.screen.data.into_iter().flat_map(|data| data.fields()) {
        schema(member.value, &member.key(), out);
        nested_examples(member.value, true, out);
    }
}

fn schema<'t>(node: Node<'t>, key: &str, out: &mut Findings<'t>) {
    let about = short(key);
    if let Some(kind) = node.get("type") {
        if !kind.as_str().is_some_and(|name| TYPES.contains(&name.as_ref())) {
            let message = format!("Value should be one of: [{}].", TYPES.join(", "));
            out.add(&RULE, message, format!("'{about}' is of a kind that does not exist"), &[Spot::value(kind)])
                .coded("INVALID_ENUM_VALUE");
        }
        if kind.kind() != Kind::String {
            let message = "Expected the property 'type' to be of type string.";
            out.add(&RULE, message, format!("'{about}' needs exactly one kind"), &[Spot::value(kind)]);
        }
        if kind.is_str("array") && node.get("items").is_none() {
            let message = "Missing the schema for property 'items' in array.";
            out.add(&RULE, message, format!("The list '{about}' does not say what is in it"), &[Spot::value(node)]);
        }
    }
    if let Some(items) = node.get("items") {
        match items.kind() {
            Kind::Object => schema(items, key, out),
            Kind::Boolean => {}
            kind => {
                let message = format!(
                    "Expected property 'items' to be of type 'object,boolean' but found '{}'.",
                    type_name(kind)
                );
                out.add(&RULE, message, format!("The list '{about}' does not say what is in it"), &[Spot::value(items)])
                    .coded("INVALID_PROPERTY_TYPE");
            }
        }
    }
    for property in node.get("properties").into_iter().flat_map(Node::members) {
        schema(property.value, &property.key(), out);
    }
}

/// Examples belong to the outermost description only.
fn nested_examples<'t>(node: Node<'t>, outermost: bool, out: &mut Findings<'t>) {
    if let Some(example) = node.member("__example__").filter(|_| !outermost) {
        let pointer = example.value.pointer().0;
        let message = format!(
            "Property '__example__' is allowed only as a top level property of data model. Invalid entry: '/$root{pointer}'."
        );
        out.add(&RULE, message, "An example belongs to the whole, not to a part", &[Spot::value(example.value).shown_at(example.name)]);
    }
    if let Some(items) = node.get("items") {
        nested_examples(items, false, out);
    }
    for property in node.get("properties").into_iter().flat_map(Node::members) {
        nested_examples(property.value, false, out);
    }
}
