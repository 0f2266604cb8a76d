//! Lossless JSON text: spans, pointer to span and back, smallest text edits.

use serde::{Deserialize, Serialize};

/// A half-open range of bytes in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// A JSON Pointer (RFC 6901), for example `/screens/0/layout/children/2`. The empty string is the root.
#[derive(
    Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize, specta::Type,
)]
#[serde(transparent)]
pub struct Pointer(pub String);

/// A piece of JSON text that goes over the wire as the JSON value it is, not as a string.
///
/// Invariant: the text is one valid JSON value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawJson(pub String);
