//! An address on the internet is asked, or told.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Kind, Output, Outside};
use crate::journey::{FieldName, Template};

/// An address on the internet is asked, or told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Http {
    /// GET, POST, PUT, PATCH or DELETE.
    pub method: Method,
    /// The address, with `{{values}}`.
    pub url: Template,
    /// Headers, with `{{values}}`. A secret is named, never written: `secret:NAME`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub headers: BTreeMap<String, Template>,
    /// The body, with `{{values}}` in its texts.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub body: Value,
    /// Where in the answer each value stands, as a JSON Pointer.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub pick: BTreeMap<FieldName, String>,
    /// Asking it.
    #[serde(flatten)]
    pub outside: Outside,
}

/// A method of HTTP.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Method {
    /// Asks.
    Get,
    /// Tells something new.
    Post,
    /// Puts in the place of what was.
    Put,
    /// Changes a part.
    Patch,
    /// Takes away.
    Delete,
}

impl Kind for Http {
    fn outputs(&self) -> Vec<Output> {
        Outside::outputs()
    }
}
