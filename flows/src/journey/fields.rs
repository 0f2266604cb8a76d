//! What a journey knows of a customer.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::FieldName;

/// Values by name.
pub type Fields = BTreeMap<FieldName, Field>;

/// A value that a journey works with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Field {
    /// What it is.
    #[serde(rename = "type")]
    pub data_type: DataType,
    /// What it may be like, for the preview and for the simulation.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub sample: Value,
    /// What stands in a text where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub missing: Option<String>,
    /// It is known of every customer before the journey begins.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub known: bool,
}

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DataType {
    /// Words.
    Text,
    /// A number.
    Number,
    /// Yes or no.
    YesNo,
    /// A day: `2026-11-29`.
    Date,
    /// A moment with its zone: `2026-11-29T09:00:00+01:00`.
    Moment,
    /// Several texts.
    List,
    /// Anything a system answers.
    Record,
}

impl DataType {
    /// What people call it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Text => "a text",
            Self::Number => "a number",
            Self::YesNo => "yes or no",
            Self::Date => "a date",
            Self::Moment => "a date with a time",
            Self::List => "a list of texts",
            Self::Record => "a record",
        }
    }

    /// Whether a value is of it.
    pub fn fits(self, value: &Value) -> bool {
        match self {
            Self::Text => value.is_string(),
            Self::Number => value.is_number(),
            Self::YesNo => value.is_boolean(),
            Self::Date => value.as_str().is_some_and(|text| text.parse::<jiff::civil::Date>().is_ok()),
            Self::Moment => value.as_str().is_some_and(|text| text.parse::<jiff::Timestamp>().is_ok()),
            Self::List => value.as_array().is_some_and(|list| list.iter().all(Value::is_string)),
            Self::Record => value.is_object(),
        }
    }
}

/// A text with values in it: `Hello {{first_name}}`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Template(pub String);

impl Template {
    /// The values in it, in order.
    pub fn fields(&self) -> impl Iterator<Item = FieldName> + '_ {
        placeholders(&self.0).map(FieldName::from)
    }
}

/// Names between double braces in a text, in order. What is no name is passed over.
pub fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split("{{").skip(1).filter_map(|after| {
        let (name, _) = after.split_once("}}")?;
        named(name)
    })
}

/// A text with its values filled in. `value` gives each by its name; none leaves the place empty.
pub fn fill(text: &str, mut value: impl FnMut(&str) -> Option<String>) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        filled.push_str(before);
        let name = after.split_once("}}").and_then(|(name, behind)| Some((named(name)?, behind)));
        if let Some((name, behind)) = name {
            filled.push_str(&value(name).unwrap_or_default());
            rest = behind;
        } else {
            filled.push_str("{{");
            rest = after;
        }
    }
    filled.push_str(rest);
    filled
}

fn named(name: &str) -> Option<&str> {
    let name = name.trim();
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    (!name.is_empty() && name.bytes().all(is_name)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_between_double_braces() {
        let names: Vec<&str> = placeholders("Hi {{first_name}}, {{ order }}: {{}} {{a b}} {{open").collect();
        assert_eq!(names, ["first_name", "order"]);
        let filled = fill("Hi {{first_name}}, {{ order }}: {{}} {{a b}} {{open", |name| match name {
            "first_name" => Some("Ana".to_owned()),
            _ => None,
        });
        assert_eq!(filled, "Hi Ana, : {{}} {{a b}} {{open");
    }
}
