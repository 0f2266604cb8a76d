//! The value of an expression. One loop over the flat tree; total: what has no value is null.

use std::borrow::Cow;

use serde_json::Value;

use super::tree::{Expression, Node};
use crate::expr::value::{arithmetic, compare, equal, is_true, join, number, plain, rounded};
use crate::expr::{Reference, Values};

const NULL: &Value = &Value::Null;

/// The value of the whole expression.
pub(super) fn value_of<'v>(expression: &Expression, values: &'v dyn Values) -> Cow<'v, Value> {
    let mut found: Vec<Cow<'v, Value>> = Vec::with_capacity(expression.nodes.len());
    for (id, node) in expression.nodes.iter().enumerate() {
        let of = |id: &usize| found.get(*id).map_or(NULL, |value| &**value);
        let value = match node {
            Node::Number { value, .. } => Cow::Owned(plain(*value)),
            Node::Text(text) => Cow::Owned(Value::from(text.as_str())),
            Node::Bool(on) => Cow::Owned(Value::Bool(*on)),
            Node::Member(..) => expression
                .path(id)
                .and_then(|path| values.value(&Reference::dotted(&path)?))
                .unwrap_or(Cow::Borrowed(NULL)),
            Node::Joined(parts) => {
                let mut text = String::new();
                for part in parts {
                    join(&mut text, of(part));
                }
                Cow::Owned(Value::String(text))
            }
            Node::Unary(op, operand) => Cow::Owned(unary(op, of(operand))),
            Node::Binary(op, left, right) => Cow::Owned(binary(op, of(left), of(right))),
            _ => Cow::Borrowed(NULL),
        };
        found.push(value);
    }
    found.pop().unwrap_or(Cow::Borrowed(NULL))
}

fn unary(op: &str, operand: &Value) -> Value {
    match op {
        "!" => Value::Bool(!is_true(operand)),
        "-" => rounded(-number(operand).unwrap_or(0.0)),
        "+" => rounded(number(operand).unwrap_or(0.0)),
        _ => Value::Null,
    }
}

fn binary(op: &str, left: &Value, right: &Value) -> Value {
    match op {
        "+" | "-" | "*" | "/" | "%" => arithmetic(op, left, right),
        "<" | "<=" | ">" | ">=" => Value::Bool(compare(op, left, right)),
        "==" => Value::Bool(equal(left, right)),
        "!=" => Value::Bool(!equal(left, right)),
        "&&" => Value::Bool(is_true(left) && is_true(right)),
        "||" => Value::Bool(is_true(left) || is_true(right)),
        _ => Value::Null,
    }
}
