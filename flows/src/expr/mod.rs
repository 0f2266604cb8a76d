//! Bindings, backtick expressions and If conditions: their grammars, Meta's sentences about them, and
//! their values.
//!
//! Nothing here can panic, run long or overflow a stack, whatever the input: sources are capped at
//! [`MAX_SOURCE`] bytes, trees at [`MAX_NODES`] nodes and [`MAX_DEPTH`] levels, and only the parser of
//! [`nested`] recurses at all.

pub mod binding;
pub mod condition;
pub mod nested;
mod value;
#[cfg(test)]
mod vectors;

use std::borrow::Cow;
use std::fmt;

pub use binding::{Reference, Source};
use serde_json::Value;

/// Most bytes of one expression or condition.
pub const MAX_SOURCE: usize = 4096;
/// Most nodes of one expression's tree.
pub const MAX_NODES: usize = 256;
/// Most levels of one expression's tree that need a level of their own in the parser.
pub const MAX_DEPTH: usize = 32;

/// A static type, named as in a screen's data model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Type {
    /// `string`
    String,
    /// `number`
    Number,
    /// `integer`: not the same as `number`
    Integer,
    /// `boolean`
    Boolean,
    /// `array`
    Array,
    /// `object`
    Object,
    /// `null`
    Null,
    /// Meta finds no type, for example for `%`. Written as an empty string.
    Unknown,
}

impl Type {
    /// The type of that name in a data model.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "string" => Self::String,
            "number" => Self::Number,
            "integer" => Self::Integer,
            "boolean" => Self::Boolean,
            "array" => Self::Array,
            "object" => Self::Object,
            "null" => Self::Null,
            _ => return None,
        })
    }
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::String => "string",
            Self::Number => "number",
            Self::Integer => "integer",
            Self::Boolean => "boolean",
            Self::Array => "array",
            Self::Object => "object",
            Self::Null => "null",
            Self::Unknown => "",
        })
    }
}

/// What can be named on a screen, and of which type it is declared.
pub trait Scope {
    /// Id of the screen the expression stands on.
    fn screen(&self) -> &str;

    /// Declared type of what the reference names. `Err` has the first name on the way that does not exist.
    fn declared(&self, reference: &Reference<'_>) -> Result<Type, String>;
}

/// What references are worth while a Flow runs.
pub trait Values {
    /// The value; none when it is missing or empty.
    fn value(&self, reference: &Reference<'_>) -> Option<Cow<'_, Value>>;
}
