//! Backtick expressions (6.0 and later): `` `${data.n} > 3` ``, `` `'Hi ' ${data.name}` ``.
//!
//! Operators as in JavaScript; values side by side are joined to one text. Meta's messages were
//! observed in August 2026. Before it parses, Meta writes every binding out with its screen
//! (`${data.n}` becomes `screen.ID.data.n`); the positions in its parser's messages count UTF-16
//! code units of that longer text, so it is made here too.

mod check;
mod eval;
mod joined;
mod parse;
mod print;
mod tree;

use serde_json::Value;

use super::{Scope, Type, Values};
pub use joined::{Joined, join, joined};
pub use tree::Expression;

/// Why Meta refuses an expression. Displays as Meta's sentence; for an action payload that is the
/// whole message.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A name does not exist.
    #[error("The following property '{0}' does not exist in the screen data model.")]
    MissingProperty(String),
    /// The result has not a type the property takes.
    #[error("The expression return type is '{0}' which does not match the schema for the property.")]
    ReturnType(Type),
    /// Arithmetic or an order with something else than numbers.
    #[error("Operation '{0}' can only be used with numbers.")]
    NumbersOnly(&'static str),
    /// `==` or `!=` between different types.
    #[error("Operation '{0}' can only be used to compare values with same type.")]
    SameType(&'static str),
    /// A sign before something else than a number.
    #[error("Operation '{0}' can only be used before numbers.")]
    BeforeNumbers(&'static str),
    /// `!` before something else than a boolean.
    #[error("Operation '!' can only be used before booleans.")]
    BeforeBooleans,
    /// `&&` or `||` with something else than booleans.
    #[error("Operation '{0}' can only be used with booleans.")]
    BooleansOnly(&'static str),
    /// `null` is written.
    #[error("The keyword 'null' is reserved, please use another expression instead.")]
    NullReserved,
    /// `a ? b : c`.
    #[error(
        "Operation ConditionalExpression is not supported. This means that you are using a ternary operator in \
         your expression (i.e. 'condition ? 'condition passes' : 'condition fails'). Please check the documentation \
         for the supported operations."
    )]
    Ternary,
    /// Something else that JavaScript has and Flows have not, by Meta's name for it.
    #[error("Operation {0} is not supported.")]
    Unsupported(&'static str),
    /// It cannot be read.
    #[error("{what} at character {at}")]
    Syntax {
        /// What is wrong.
        what: String,
        /// UTF-16 code units into the text with the bindings written out.
        at: usize,
    },
    /// Longer or deeper than Waymark reads. Not a sentence of Meta's.
    #[error("The expression is too long or too deep to be checked.")]
    TooLarge,
}

impl Refusal {
    /// Meta's message for an expression in a component's property.
    pub fn in_property(&self, source: &str) -> String {
        format!("Error while parsing dynamic expression \"{source}\". {self}")
    }
}

/// Whether a text is an expression: enclosed in backticks and not empty.
pub fn is_expression(text: &str) -> bool {
    inner(text).is_some()
}

fn inner(source: &str) -> Option<&str> {
    source.strip_prefix('`')?.strip_suffix('`').filter(|inner| !inner.is_empty())
}

/// Reads an expression, backticks included, that stands on the screen with the id `screen`.
pub fn parse(source: &str, screen: &str) -> Result<Expression, Refusal> {
    parse::parse(inner(source).unwrap_or(source), screen)
}

/// The type of an expression, backticks included. `expected` lists the types its place takes; empty takes any.
pub fn check(source: &str, expected: &[Type], scope: &dyn Scope) -> Result<Type, Refusal> {
    let expression = parse(source, scope.screen())?;
    let found = check::type_of(&expression, scope)?;
    if expected.is_empty() || expected.contains(&found) { Ok(found) } else { Err(Refusal::ReturnType(found)) }
}

/// The value of an expression, backticks included. What Meta refuses is worth null.
pub fn evaluate(source: &str, screen: &str, values: &dyn Values) -> Value {
    parse(source, screen).map_or(Value::Null, |expression| eval::value_of(&expression, values).into_owned())
}

#[cfg(test)]
mod tests;
