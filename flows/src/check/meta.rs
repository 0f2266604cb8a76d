//! Findings in the shape of Meta's API.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Diagnostic, Place, Severity, check};
use crate::json::Tree;

/// One entry of `validation_errors`, as the Graph API gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MetaError {
    /// The code, for example `INVALID_PROPERTY_KEY`.
    pub error: String,
    /// What kind of error it is; to be treated as opaque.
    pub error_type: String,
    /// The sentence.
    pub message: String,
    /// First line, from 1.
    pub line_start: u32,
    /// Last line.
    pub line_end: u32,
    /// Column of the first character, from 1.
    pub column_start: u32,
    /// Column after the last character.
    pub column_end: u32,
    /// Every place with this error.
    pub pointers: Vec<MetaPointer>,
}

/// A place of an error.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MetaPointer {
    /// First line, from 1.
    pub line_start: u32,
    /// Last line.
    pub line_end: u32,
    /// Column of the first character, from 1.
    pub column_start: u32,
    /// Column after the last character.
    pub column_end: u32,
    /// The place, as Meta writes it: `screens[0].layout.children[0].text`.
    pub path: String,
}

impl From<&Place> for MetaPointer {
    fn from(place: &Place) -> Self {
        Self {
            line_start: place.lines.line_start,
            line_end: place.lines.line_end,
            column_start: place.lines.column_start,
            column_end: place.lines.column_end,
            path: place.path.clone(),
        }
    }
}

/// What the Graph API would put into `validation_errors` for this text. Empty when Meta takes it.
pub fn meta_errors(text: &str) -> Vec<MetaError> {
    from_findings(&check(&Tree::parse(text)))
}

/// The same code and message make one error with several pointers.
fn from_findings(findings: &[Diagnostic]) -> Vec<MetaError> {
    let mut errors: Vec<MetaError> = Vec::new();
    let mut known: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for finding in findings {
        let (Severity::Blocked, Some(code)) = (finding.severity, finding.meta_code.as_deref()) else {
            continue;
        };
        let pointers = std::iter::once(&finding.place).chain(&finding.more_places).map(MetaPointer::from);
        let at = *known.entry((code, &finding.message)).or_insert(errors.len());
        match errors.get_mut(at) {
            Some(error) => error.pointers.extend(pointers),
            None => errors.push(MetaError {
                error: code.to_owned(),
                error_type: "FLOW_JSON_ERROR".to_owned(),
                message: finding.message.clone(),
                line_start: finding.place.lines.line_start,
                line_end: finding.place.lines.line_end,
                column_start: finding.place.lines.column_start,
                column_end: finding.place.lines.column_end,
                pointers: pointers.collect(),
            }),
        }
    }
    errors
}
