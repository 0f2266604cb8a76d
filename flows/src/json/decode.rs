//! From JSON text to plain values.

use serde_json::{Number, Value};

/// Resolves the escapes of a string literal, quotes included in `raw`. A `\u` escape that is half of a
/// surrogate pair without its other half becomes U+FFFD.
pub(super) fn string(raw: &str) -> String {
    let inner = raw.strip_prefix('"').unwrap_or(raw);
    let inner = inner.strip_suffix('"').unwrap_or(inner);
    let mut out = String::with_capacity(inner.len());
    let mut rest = inner;
    while let Some(at) = rest.find('\\') {
        out.push_str(rest.get(..at).unwrap_or_default());
        rest = rest.get(at + 1..).unwrap_or_default();
        let mut chars = rest.chars();
        match chars.next() {
            Some('b') => out.push('\u{8}'),
            Some('f') => out.push('\u{c}'),
            Some('n') => out.push('\n'),
            Some('r') => out.push('\r'),
            Some('t') => out.push('\t'),
            Some('u') => {
                let (c, used) = unicode(rest);
                out.push(c);
                rest = rest.get(used..).unwrap_or_default();
                continue;
            }
            Some(other) => out.push(other),
            None => {}
        }
        rest = chars.as_str();
    }
    out.push_str(rest);
    out
}

/// Reads `uXXXX`, and `\uXXXX` after it when both are a pair. Gives the character and bytes used.
fn unicode(text: &str) -> (char, usize) {
    let unit = |from: usize| text.get(from..from + 4).and_then(|hex| u16::from_str_radix(hex, 16).ok());
    let Some(first) = unit(1) else { return (char::REPLACEMENT_CHARACTER, 1) };
    let second = if text.get(5..7) == Some("\\u") { unit(7) } else { None };
    let pair = char::decode_utf16([Some(first), second].into_iter().flatten()).next();
    match pair {
        Some(Ok(c)) => (c, if c.len_utf16() == 2 { 11 } else { 5 }),
        _ => (char::REPLACEMENT_CHARACTER, 5),
    }
}

/// A number; integers stay exact where a 64-bit integer can hold them, the rest goes through f64.
pub(super) fn number(raw: &str) -> Value {
    let exact = raw.parse::<i64>().ok().filter(|n| *n != 0 || !raw.starts_with('-'));
    if let Some(n) = exact {
        return Value::from(n);
    }
    if let Ok(n) = raw.parse::<u64>() {
        return Value::from(n);
    }
    let float = raw.parse::<f64>().unwrap_or_default().clamp(f64::MIN, f64::MAX);
    Number::from_f64(float).map_or(Value::Null, Value::Number)
}
