//! Real messages with values in place of the placeholders of documentation.

use serde_json::{Value, json};

/// What stands for a value in documentation.
pub(crate) fn is_placeholder(text: &str) -> bool {
    text.contains("{{")
        || text.starts_with('<')
        || text.contains("http(s)")
        || text == "language-and-locale-code"
}

/// The same message with values in place of its placeholders.
pub(crate) fn filled(value: &Value, key: &str) -> Value {
    match value {
        Value::Object(members) => {
            members.iter().map(|(key, value)| (key.clone(), filled(value, key))).collect()
        }
        Value::Array(items) => items.iter().map(|item| filled(item, key)).collect(),
        Value::String(text) if is_placeholder(text) => json!(match key {
            "to" => "+16505551234".to_owned(),
            "link" | "url" => "https://example.com/file".to_owned(),
            "code" => "en_US".to_owned(),
            "birthday" => "2012-08-18".to_owned(),
            "latitude" | "longitude" => "12.5".to_owned(),
            "emoji" => "🎂".to_owned(),
            "type" => "text".to_owned(),
            // As long as the documentation's words, so that each stays different.
            _ => format!(
                "v{}",
                text.bytes().fold(7_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()))
            ),
        }),
        other => other.clone(),
    }
}
