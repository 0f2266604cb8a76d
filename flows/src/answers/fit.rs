//! Whether a value is of the type a data model names.

use serde_json::Value;

use crate::json::{Kind, Node};

/// Levels of lists and objects inside each other that are followed, so that no schema can fill the stack.
const MAX_LEVELS: u8 = 32;

/// A value's type, as a data model names it.
pub(super) fn type_name(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// Compares a value with its schema, down into items and members, and tells of each that is of another
/// type: its way, the type it should have, and the value.
pub(super) fn fit(key: &str, schema: Node<'_>, value: &Value, out: &mut dyn FnMut(String, String, &Value)) {
    within(key, schema, value, MAX_LEVELS, out);
}

fn within(
    key: &str,
    schema: Node<'_>,
    value: &Value,
    levels: u8,
    out: &mut dyn FnMut(String, String, &Value),
) {
    let Some(levels) = levels.checked_sub(1) else { return };
    let expected = schema.get("type").and_then(Node::as_str).unwrap_or_default();
    if !accepts(&expected, value) {
        out(key.to_owned(), expected.into_owned(), value);
        return;
    }
    match value {
        Value::Array(items) => {
            let Some(schema) = schema.get("items").filter(|items| items.kind() == Kind::Object) else {
                return;
            };
            for (index, item) in items.iter().enumerate() {
                within(&format!("{key}[{index}]"), schema, item, levels, out);
            }
        }
        Value::Object(members) => {
            let Some(properties) = schema.get("properties") else { return };
            for property in properties.members() {
                let name = property.key();
                if let Some(inner) = members.get(name.as_ref()) {
                    within(&format!("{key}.{name}"), property.value, inner, levels, out);
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Whether a type takes a value. One that is not known takes everything: the checks name it.
fn accepts(expected: &str, value: &Value) -> bool {
    match expected {
        "integer" => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        "string" | "number" | "boolean" | "array" | "object" | "null" => type_name(value) == expected,
        _ => true,
    }
}
