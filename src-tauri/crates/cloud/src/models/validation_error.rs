use serde::{Deserialize, Serialize};

/// One of Meta's `validation_errors`. Lines and columns count from 1, columns in UTF-16 code units.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ValidationError {
    /// For example `INVALID_PROPERTY_VALUE`.
    pub error: String,
    /// For example `FLOW_JSON_ERROR`.
    pub error_type: String,
    /// Meta's sentence.
    pub message: String,
    /// First line.
    pub line_start: u32,
    /// Last line.
    pub line_end: u32,
    /// First column.
    pub column_start: u32,
    /// Last column.
    pub column_end: u32,
    /// Every place it stands at.
    pub pointers: Vec<ErrorPointer>,
}

/// One place of a validation error.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ErrorPointer {
    /// First line.
    pub line_start: u32,
    /// Last line.
    pub line_end: u32,
    /// First column.
    pub column_start: u32,
    /// Last column.
    pub column_end: u32,
    /// For example `screens[0].layout.children[0].type`.
    pub path: String,
}
