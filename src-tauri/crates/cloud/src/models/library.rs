use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A ready-made template of Meta's library.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LibraryTemplate {
    /// What it is taken by: `library_template_name` of a creation.
    pub name: String,
    /// Meta's code of its language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// `UTILITY` or `AUTHENTICATION`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// For example `ORDER_MANAGEMENT`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    /// For example `DELIVERY_UPDATE`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usecase: Option<String>,
    /// For example `E_COMMERCE`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub industry: Option<Vec<String>>,
    /// The line above the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header: Option<String>,
    /// The text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// Samples of the text's variables.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body_params: Option<Vec<String>>,
    /// What each variable takes, for example `AMOUNT`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body_param_types: Option<Vec<String>>,
    /// Its buttons.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub buttons: Option<Value>,
    /// Everything else that came.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}
