//! Lossless JSON text: spans, pointer to span and back, smallest text edits.
//!
//! [`Tree`] owns a text and a compact arena of what stands where in it. Parsing never fails: a text that
//! is not JSON gives the part that could be read and one [`SyntaxError`]. Nothing is normalised:
//! duplicate keys, odd spacing, byte order marks and lone surrogates stay as they are.
//!
//! Changes go through [`edits`] (which compute the smallest [`TextEdit`]s that keep the file's own
//! formatting) and [`Tree::apply`] (which reads again only the container that was touched).

mod decode;
pub mod edits;
mod format;
mod lines;
mod links;
mod node;
mod parse;
mod path;
mod pretty;
mod reparse;
mod syntax;

use serde::{Deserialize, Serialize};

pub use edits::{EditError, TextEdit, apply_edits};
pub use lines::{LineColumn, LineIndex};
pub use node::{Items, Kind, Member, Members, Node, NodeId};
pub use parse::{MAX_DEPTH, Tree};
pub use path::{MetaStyle, Step};
pub use syntax::{SyntaxError, SyntaxErrorKind};

/// A half-open range of bytes in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from `start` up to `end`.
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// Number of bytes.
    pub const fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Whether it covers nothing.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// The text it covers; empty when it does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
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
