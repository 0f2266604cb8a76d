//! How a phone computes with values (observed August 2026): results are rounded to 2 decimals, an empty
//! operand counts as 0, dividing by zero gives 0.

use std::cmp::Ordering;

use serde_json::{Number, Value};

/// Longest text a concatenation may make, in bytes; what goes beyond is cut.
const MAX_JOINED: usize = 1 << 20;

/// Null and the empty text.
pub(super) fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        _ => false,
    }
}

/// Neither false, 0 nor empty.
pub(super) fn is_true(value: &Value) -> bool {
    match value {
        Value::Bool(on) => *on,
        Value::Number(number) => number.as_f64().is_some_and(|n| n != 0.0),
        other => !is_empty(other),
    }
}

/// The number a value counts as; none when it is not one.
pub(super) fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => number.as_f64(),
        Value::Bool(on) => Some(f64::from(u8::from(*on))),
        Value::String(text) => text.trim().parse().ok().filter(|n: &f64| n.is_finite()),
        _ => None,
    }
}

/// A number as a JSON value: rounded to 2 decimals, whole numbers without a point.
pub(super) fn rounded(number: f64) -> Value {
    let hundredths = (number * 100.0 + 0.5).floor();
    let number = if hundredths.abs() < 9.0e15 { hundredths / 100.0 } else { number };
    plain(number)
}

/// A number as a JSON value, whole numbers without a point; 0 for what is not a number.
pub(super) fn plain(number: f64) -> Value {
    if number.fract() == 0.0 && number.abs() < 9.0e15 {
        #[allow(clippy::cast_possible_truncation)] // whole and within ±2^53
        return Value::from(number as i64);
    }
    Value::Number(Number::from_f64(number).unwrap_or_else(|| 0.into()))
}

/// `a op b` for `+ - * / %`.
pub(super) fn arithmetic(op: &str, left: &Value, right: &Value) -> Value {
    let (a, b) = (number(left).unwrap_or(0.0), number(right).unwrap_or(0.0));
    rounded(match op {
        "+" => a + b,
        "-" => a - b,
        "*" => a * b,
        "/" if b != 0.0 => a / b,
        "%" if b != 0.0 => a % b,
        _ => 0.0,
    })
}

/// `a == b`.
pub(super) fn equal(left: &Value, right: &Value) -> bool {
    if is_empty(left) || is_empty(right) {
        return is_empty(left) && is_empty(right);
    }
    if left.is_number() || right.is_number() {
        return match (number(left), number(right)) {
            (Some(a), Some(b)) => a.partial_cmp(&b) == Some(Ordering::Equal),
            _ => false,
        };
    }
    left == right
}

/// How `a` stands to `b`; none when nothing holds: a side is empty, or neither is a number.
pub(super) fn order(left: &Value, right: &Value) -> Option<Ordering> {
    if is_empty(left) || is_empty(right) || !(left.is_number() || right.is_number()) {
        return None;
    }
    number(left)?.partial_cmp(&number(right)?)
}

/// `a op b` for `< <= > >=`.
pub(super) fn compare(op: &str, left: &Value, right: &Value) -> bool {
    order(left, right).is_some_and(|order| match op {
        "<" => order.is_lt(),
        "<=" => order.is_le(),
        ">" => order.is_gt(),
        _ => order.is_ge(),
    })
}

/// Adds a value's letters to a text.
pub(super) fn join(text: &mut String, value: &Value) {
    let room = MAX_JOINED.saturating_sub(text.len());
    match value {
        Value::Null | Value::Object(_) => {}
        Value::String(part) => {
            let end = (0..=room.min(part.len())).rev().find(|&end| part.is_char_boundary(end)).unwrap_or(0);
            text.push_str(part.get(..end).unwrap_or_default());
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                if text.len() >= MAX_JOINED {
                    break;
                }
                if index > 0 {
                    text.push(',');
                }
                if !item.is_array() {
                    join(text, item);
                }
            }
        }
        Value::Bool(_) | Value::Number(_) if room < 32 => {}
        other => text.push_str(&other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn arithmetic_rounds_and_takes_empty_as_zero() {
        for (left, op, right, result) in [
            (json!(0.1), "+", json!(0.2), json!(0.3)),
            (json!(10), "/", json!(3), json!(3.33)),
            (json!(10), "/", json!(0), json!(0)),
            (json!(10), "%", json!(0), json!(0)),
            (json!(7), "%", json!(4), json!(3)),
            (json!(""), "+", json!(2), json!(2)),
            (json!(null), "*", json!(2), json!(0)),
            (json!("4"), "-", json!("6"), json!(-2)),
            (json!(-0.125), "+", json!(0), json!(-0.12)),
        ] {
            assert_eq!(arithmetic(op, &left, &right), result, "{left} {op} {right}");
        }
    }

    #[test]
    fn equality_compares_numerically_when_a_side_is_a_number() {
        for (left, right, result) in [
            (json!(""), json!(null), true),
            (json!("5"), json!(5), true),
            (json!("5"), json!("5.0"), false),
            (json!("a"), json!(5), false),
            (json!(0), json!(""), false),
            (json!(true), json!(true), true),
            (json!("a"), json!("a"), true),
        ] {
            assert_eq!(equal(&left, &right), result, "{left} == {right}");
        }
    }

    #[test]
    fn order_holds_only_when_a_side_is_a_number_and_none_is_empty() {
        for (left, op, right, result) in [
            (json!(5), ">", json!(3), true),
            (json!("5"), ">", json!(3), true),
            (json!("5"), ">", json!("3"), false),
            (json!(""), "<", json!(3), false),
            (json!(null), "<=", json!(0), false),
            (json!(3), "<=", json!(3), true),
            (json!(3), ">=", json!(4), false),
        ] {
            assert_eq!(compare(op, &left, &right), result, "{left} {op} {right}");
        }
    }
}
