//! Values: how they are written into texts, read from what people and systems say, and compared.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use regex::RegexBuilder;
use serde_json::{Map, Value};

use super::words;
use crate::journey::{DataType, FieldName, fill, placeholders};

/// The largest regular expression of a question, in bytes of its program.
const PATTERN_BYTES: usize = 1 << 20;

/// As people read it; none where there is nothing.
pub(super) fn shown(value: &Value) -> Option<String> {
    Some(match value {
        Value::Null => return None,
        Value::String(text) => text.clone(),
        Value::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Value::Array(items) => items.iter().filter_map(shown).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    })
}

/// All texts of a value with what stands for their placeholders.
pub(super) fn filled(value: &Value, text: &mut impl FnMut(&str) -> Option<String>) -> Value {
    match value {
        Value::String(string) if string.contains("{{") => Value::String(fill(string, &mut *text)),
        Value::Array(items) => items.iter().map(|item| filled(item, text)).collect(),
        Value::Object(members) => {
            let members = members.iter().map(|(name, member)| (name.clone(), filled(member, text)));
            Value::Object(members.collect::<Map<_, _>>())
        }
        other => other.clone(),
    }
}

/// The name of the value that a text is, and nothing else.
pub(super) fn only_value(text: &str) -> Option<&str> {
    let name = placeholders(text).next()?;
    let inner = text.trim().strip_prefix("{{")?.strip_suffix("}}")?;
    (inner.trim() == name).then_some(name)
}

/// What is kept of what came from elsewhere: values by the names in `gives`, as what they are to be.
pub(super) fn given(
    came: &BTreeMap<FieldName, Value>,
    gives: &BTreeMap<FieldName, DataType>,
) -> Vec<(FieldName, Value)> {
    let kept = gives.iter().filter_map(|(name, be)| Some((name.clone(), as_type(came.get(name)?, *be)?)));
    kept.collect()
}

fn as_type(value: &Value, be: DataType) -> Option<Value> {
    match (value, be) {
        (Value::String(text), DataType::Date) => read(text, be),
        _ if be.fits(value) => Some(value.clone()),
        (Value::String(text), _) => read(text, be),
        (Value::Number(number), DataType::Text) => Some(Value::String(number.to_string())),
        _ => None,
    }
}

/// What somebody wrote, as what it has to be; none: it is not.
pub(super) fn read(text: &str, be: DataType) -> Option<Value> {
    let text = text.trim();
    match be {
        DataType::Text => (!text.is_empty()).then(|| Value::from(text)),
        DataType::Number => number(text),
        DataType::YesNo => words::yes_or_no(text).map(Value::from),
        DataType::Date => date(text).or_else(|| day(text)).map(|date| Value::from(date.to_string())),
        DataType::Moment => text.parse::<Timestamp>().ok().map(|_| Value::from(text)),
        DataType::List => {
            let items = text.split([',', '\n']).map(str::trim).filter(|item| !item.is_empty());
            let items: Vec<Value> = items.map(Value::from).collect();
            (!items.is_empty()).then_some(Value::Array(items))
        }
        DataType::Record => None,
    }
}

/// `12`, `-3.5` or `3,5`.
fn number(text: &str) -> Option<Value> {
    if let Ok(whole) = text.parse::<i64>() {
        return Some(whole.into());
    }
    let decimal = |letter: char| letter.is_ascii_digit() || matches!(letter, '-' | '+' | '.' | ',');
    if !text.chars().all(decimal) {
        return None;
    }
    let number = text.replacen(',', ".", 1).parse::<f64>().ok()?;
    serde_json::Number::from_f64(number).map(Value::Number)
}

/// `29.11.2026`: with full stops the day always comes first. A year of two digits could be of any century.
fn date(text: &str) -> Option<Date> {
    let mut parts = text.split('.').map(|part| part.trim().parse::<i16>().ok());
    let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
    let small = |part: i16| i8::try_from(part).ok();
    let whole = parts.next().is_none() && year >= 1000;
    whole.then(|| Date::new(year, small(month)?, small(day)?).ok()).flatten()
}

/// `2026-11-29`, or the day of a moment as it is written: `2026-11-29T23:00:00Z`.
fn day(text: &str) -> Option<Date> {
    let written = text.parse::<Timestamp>().ok().and_then(|_| text.get(..text.find(['T', 't', ' '])?));
    written.unwrap_or(text).parse().ok()
}

/// Whether a text matches a regular expression as a whole. One that is none, or too large, is left out.
pub(super) fn matches(text: &str, pattern: &str) -> bool {
    let whole = format!(r"\A(?:{pattern})\z");
    let read = RegexBuilder::new(&whole).size_limit(PATTERN_BYTES).dfa_size_limit(PATTERN_BYTES).build();
    read.map_or(true, |pattern| pattern.is_match(text))
}

/// Whether two values are the same; texts without regard to upper and lower case, numbers by what they are worth. A text of
/// digits that is no number as people write it is a text: `0042` is not `42`.
pub(super) fn same(left: &Value, right: &Value) -> bool {
    if let (Some(left), Some(right)) = (plain(left), plain(right)) {
        return left == right;
    }
    match (left, right) {
        (Value::String(text), Value::Bool(yes)) | (Value::Bool(yes), Value::String(text)) => {
            words::yes_or_no(text) == Some(*yes)
        }
        (left, right) => left == right,
    }
}

/// Whether a text has another in it, or a list has an item.
pub(super) fn contains(value: &Value, part: &Value) -> bool {
    match value {
        Value::Array(items) => items.iter().any(|item| same(item, part)),
        Value::String(text) => {
            shown(part).is_some_and(|part| text.to_lowercase().contains(&part.to_lowercase()))
        }
        _ => false,
    }
}

/// Which of two numbers, dates or moments is above; none where they cannot be compared. A date is compared with the day
/// of a moment as it is written.
pub(super) fn compared(left: &Value, right: &Value) -> Option<Ordering> {
    if let (Some(left), Some(right)) = (worth(left), worth(right)) {
        return left.partial_cmp(&right);
    }
    let (left, right) = (left.as_str()?, right.as_str()?);
    if let (Ok(left), Ok(right)) = (left.parse::<Timestamp>(), right.parse::<Timestamp>()) {
        return Some(left.cmp(&right));
    }
    Some(day(left)?.cmp(&day(right)?))
}

/// What a number or a text is compared by: digits without what changes nothing, all of them; letters in lower case.
fn plain(value: &Value) -> Option<String> {
    let text = match value {
        Value::Number(number) if number.is_f64() => number.as_f64()?.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        _ => return None,
    };
    Some(digits(text.trim()).unwrap_or_else(|| text.to_lowercase()))
}

/// `-12`, `3.5` or `3,50`, as `3.5`; none: it begins with a zero or a sign of its own, or is no number.
fn digits(text: &str) -> Option<String> {
    let (sign, rest) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (whole, part) = rest.split_once(['.', ',']).unwrap_or((rest, "0"));
    let are = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !are(whole) || !are(part) || (whole.len() > 1 && whole.starts_with('0')) {
        return None;
    }
    Some(match (sign, whole, part.trim_end_matches('0')) {
        (_, "0", "") => "0".to_owned(),
        (sign, whole, "") => format!("{sign}{whole}"),
        (sign, whole, part) => format!("{sign}{whole}.{part}"),
    })
}

fn worth(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => number(text.trim())?.as_f64(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_people_write_is_read_as_what_it_has_to_be() {
        for (text, be, is) in [
            (" 12 ", DataType::Number, json!(12)),
            ("3,5", DataType::Number, json!(3.5)),
            ("nan", DataType::Number, Value::Null),
            ("1,000,000", DataType::Number, Value::Null),
            ("Sí", DataType::YesNo, json!(true)),
            ("nope", DataType::YesNo, json!(false)),
            ("maybe", DataType::YesNo, Value::Null),
            ("29.2.2028", DataType::Date, json!("2028-02-29")),
            ("2027-02-29", DataType::Date, Value::Null),
            ("29.2.28", DataType::Date, Value::Null),
            ("2026-11-29T23:30:00Z", DataType::Date, json!("2026-11-29")),
            ("2026-11-29 23:30:00-05:00", DataType::Date, json!("2026-11-29")),
            ("a, b,", DataType::List, json!(["a", "b"])),
            ("  ", DataType::Text, Value::Null),
            ("{}", DataType::Record, Value::Null),
        ] {
            assert_eq!(read(text, be).unwrap_or_default(), is, "{text}");
        }
    }

    #[test]
    fn values_are_compared_by_what_they_are() {
        assert!(same(&json!("12"), &json!(12.0)) && same(&json!("Ana"), &json!("ANA")));
        for (left, right) in [
            (json!("12,50"), json!(12.5)),
            (json!("-0"), json!(0)),
            (json!(1e20), json!("100000000000000000000")),
            (json!(u64::MAX), json!("18446744073709551615")),
        ] {
            assert!(same(&left, &right) && same(&right, &left), "{left} {right}");
        }
        for (left, right) in [
            (json!("0042"), json!("42")),
            (json!("0042"), json!(42)),
            (json!("+42"), json!("42")),
            (json!("9007199254740993"), json!("9007199254740992")),
            (json!(9_007_199_254_740_993_u64), json!(9_007_199_254_740_992_u64)),
            (json!("1.2.3"), json!("1.2")),
        ] {
            assert!(!same(&left, &right) && !same(&right, &left), "{left} {right}");
        }
        assert_eq!(compared(&json!("9"), &json!(10)), Some(Ordering::Less));
        let zulu = compared(&json!("2026-11-29T09:00:00Z"), &json!("2026-12-01"));
        assert_eq!(zulu, Some(Ordering::Less));
        assert_eq!(compared(&json!("2026-11-29"), &json!("2026-12-01")), Some(Ordering::Less));
        let (berlin, london) = ("2026-11-29T09:00:00+01:00", "2026-11-29T08:00:00+00:00");
        assert_eq!(compared(&json!(berlin), &json!(london)), Some(Ordering::Equal));
        assert_eq!(compared(&json!("a"), &json!("b")), None);
        assert!(contains(&json!(["A", "b"]), &json!("a")) && contains(&json!("Red shoe"), &json!("SHOE")));
    }

    #[test]
    fn a_pattern_is_matched_as_a_whole() {
        assert!(matches("AB12", "[A-Z]{2}[0-9]+|x") && !matches("AB12!", "[A-Z]{2}[0-9]+|x"));
        assert!(matches("anything", "(unclosed") && matches("a", r"\w{2000}{2000}"));
        assert_eq!(only_value(" {{ size }} "), Some("size"));
        assert_eq!(only_value("{{a}} {{b}}"), None);
    }
}
