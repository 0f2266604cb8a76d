//! The example of some data does not fit its description.
//!
//! # Why
//!
//! Meta tries the example before it takes the form; people see it in the preview.
//!
//! # Example
//!
//! ```json
//! {"data": {"name": {"type": "string", "__example__": 1}}}
//! ```
//!
//! # Fix
//!
//! Write an example of the kind that is described.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot, listed, short};
use crate::check::payload::accepts;
use crate::check::rule::{Rule, Run};
use crate::check::rules::wrong_type::type_name;
use crate::json::{Kind, Node};

pub(in crate::check) static RULE: Rule = Rule {
    id: "example-wrong",
    severity: Severity::Blocked,
    codes: &["INVALID_PROPERTY_TYPE", "MISSING_REQUIRED_PROPERTY", "INVALID_ENUM_VALUE", "MIN_CHARS_REQUIRED"],
    checks: &[],
    source: include_str!("example_wrong.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for member in cx.screen.data.into_iter().flat_map(|data| data.fields()) {
        if let Some(example) = member.value.get("__example__") {
            value(example, "__example__", member.value, &member.key(), out);
        }
    }
}

fn value<'t>(node: Node<'t>, name: &str, schema: Node<'t>, key: &str, out: &mut Findings<'t>) {
    let mut say = |code: &'static str, message: String| {
        let headline = format!("The example of '{}' does not fit", short(key));
        out.add(&RULE, format!("Invalid data model schema. {message}"), headline, &[Spot::value(node)]).coded(code);
    };
    let expected = schema.get("type").and_then(Node::as_str).unwrap_or_default();
    let known = crate::expr::Type::named(&expected).is_some();
    if known && !accepts(&expected, node) {
        let found = type_name(node.kind());
        say(
            "INVALID_PROPERTY_TYPE",
            format!("Expected property '{name}' to be of type '{expected}' but found '{found}'."),
        );
        return;
    }
    if let Some(choices) = schema.get("enum").filter(|choices| choices.kind() == Kind::Array)
        && !choices.items().any(|choice| choice.to_value() == node.to_value())
    {
        let choices: Vec<_> = choices.items().map(|c| c.as_str().unwrap_or_else(|| c.raw().into())).collect();
        say("INVALID_ENUM_VALUE", format!("Value should be one of: {}.", listed(&choices)));
    }
    if let (Some(least), Some(text)) = (schema.get("minLength").and_then(Node::as_f64), node.as_str())
        && f64::from(u32::try_from(text.chars().count()).unwrap_or(u32::MAX)) < least
    {
        say("MIN_CHARS_REQUIRED", format!("Property '{name}' should have at least '{least}' character(s)."));
    }
    if node.kind() == Kind::Object {
        for required in schema.get("required").into_iter().flat_map(Node::items).filter_map(Node::as_str) {
            if node.get(&required).is_none() {
                say("MISSING_REQUIRED_PROPERTY", format!("Required property '{required}' is missing."));
            }
        }
        for property in schema.get("properties").into_iter().flat_map(Node::members) {
            if let Some(inner) = node.get(&property.key()) {
                value(inner, &property.key(), property.value, key, out);
            }
        }
    }
    if let Some(items) = schema.get("items").filter(|items| items.kind() == Kind::Object) {
        for (index, item) in node.items().enumerate() {
            value(item, &index.to_string(), items, key, out);
        }
    }
}
