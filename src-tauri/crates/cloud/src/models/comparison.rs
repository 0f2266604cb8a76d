use serde::{Deserialize, Serialize};

/// One measure of two templates side by side. Which of the lists is filled depends on the measure.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Comparison {
    /// `BLOCK_RATE`, `MESSAGE_SENDS` or `TOP_BLOCK_REASON`.
    pub metric: String,
    /// How it is told: `RELATIVE`, `NUMBER_VALUES` or `STRING_VALUES`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Ids of the templates, the lowest measure first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub order_by_relative_metric: Vec<String>,
    /// A number for each template.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub number_values: Vec<NumberValue>,
    /// Words for each template.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub string_values: Vec<TextValue>,
}

/// A template's number.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct NumberValue {
    /// The template's id.
    pub key: String,
    /// The number.
    pub value: i64,
}

/// A template's words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TextValue {
    /// The template's id.
    pub key: String,
    /// The words.
    pub value: String,
}
