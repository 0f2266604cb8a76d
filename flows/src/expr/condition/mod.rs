//! Conditions of `If` without backticks (4.0 and later): `(${data.n} > 5) && ${form.yes}`.
//!
//! Meta reads them in one pass from left to right and refuses at the first token that does not fit
//! what stands before it; [`Refusal`] has its sentences (observed August 2026). Columns count UTF-16
//! code units from 0.

mod lex;
mod read;

use std::borrow::Cow;

use serde_json::Value;

use super::value::{compare, equal, is_true};
use super::{Scope, Type, Values};
use lex::Operand;

/// Why Meta refuses a condition. Displays as Meta's message.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Nothing stands there.
    #[error("Expected property 'condition' to contain at least one operand.")]
    Empty,
    /// One operand alone that is not a boolean.
    #[error("Expected single operand to be a boolean.")]
    NotABoolean,
    /// One operand alone that is written out.
    #[error("The only operand is a literal value. Expected single operand to be a boolean.")]
    LiteralAlone,
    /// A `(` stays open.
    #[error("Missing closing parenthesis.")]
    Unclosed,
    /// A `)` without `(`.
    #[error("Missing opening parenthesis for the closing parenthesis at column {0}.")]
    Unopened(usize),
    /// `()`
    #[error("Found invalid empty parentheses at column {0}.")]
    EmptyParentheses(usize),
    /// A `)` right after an operator.
    #[error("Found invalid positioning of closing parenthesis.")]
    ClosedTooEarly,
    /// A `'` stays open.
    #[error("Missing closing quote for string. at column {0}.")]
    UnclosedQuote(usize),
    /// A number that begins with 0.
    #[error("Number cannot not have leading zeroes at column {0}.")]
    LeadingZero(usize),
    /// A `-` before something else than a digit.
    #[error("A numerical value is expected to follow the negative sign at column {0}.")]
    LoneMinus(usize),
    /// `1 == 1`
    #[error("An operator cannot not have literals on both sides. Found invalid syntax at column {0}.")]
    LiteralsOnBothSides(usize),
    /// It ends with an operator.
    #[error("Missing operand after last operator '{0}'.")]
    MissingOperand(&'static str),
    /// Two operands side by side.
    #[error("Missing operator between '{0}' and '{1}' at column {2}.")]
    MissingOperator(String, String, usize),
    /// `=`, `&` or `|` alone.
    #[error("Invalid operator '{0}' at column {1}.")]
    InvalidOperator(char, usize),
    /// `${` with something else than a binding.
    #[error("Invalid operand format '{0}' at column {1}.")]
    InvalidOperand(String, usize),
    /// A word that is neither `true` nor `false`.
    #[error("Invalid literal '{0}' at column {1}.")]
    InvalidLiteral(String, usize),
    /// A character that begins nothing.
    #[error("Unexpected character '{0}' at column {1}.")]
    UnexpectedCharacter(char, usize),
    /// An operator with no operand before it.
    #[error("Wrong positioning of operator '{0}' at column {1}.")]
    MisplacedOperator(&'static str, usize),
    /// An operator after an operand it does not go with.
    #[error("Wrong positioning of operator '{0}'. It cannot be used after '{1}' at column {2}.")]
    OperatorAfter(&'static str, String, usize),
    /// An operator in a row with one it does not go with.
    #[error(
        "Wrong positioning of operator '{0}'. It cannot be used in concatenation with '{1}' at column {2}."
    )]
    OperatorsMixed(&'static str, &'static str, usize),
    /// An operand after an operator it does not go with.
    #[error("Wrong positioning of operand '{0}'. It cannot be used after '{1}' at column {2}.")]
    OperandAfter(String, &'static str, usize),
    /// `==` or `!=` between different types.
    #[error("Type mismatch in an equality operation between '{0}' and '{1}' at column {2}.")]
    Mismatch(String, String, usize),
    /// An operand declared as something else than string, number or boolean.
    #[error("Operand '{0}' with type '{1}' is not supported.")]
    UnsupportedType(String, Type),
    /// Data that is not declared; nested data counts as not declared.
    #[error("Missing dynamic data '{0}' in the data model for screen {1}.")]
    MissingData(String, String),
    /// An input that does not exist.
    #[error("Missing Form component {0} for screen '{1}'.")]
    MissingInput(String, String),
    /// Longer than Waymark reads. Not a sentence of Meta's.
    #[error("The condition is too long to be checked.")]
    TooLarge,
}

/// Whether Meta takes the condition.
pub fn check(source: &str, scope: &dyn Scope) -> Result<(), Refusal> {
    read::read(source, Some(scope)).map(drop)
}

/// Whether the condition holds. One that cannot be read does not.
pub fn holds(source: &str, values: &dyn Values) -> bool {
    read::read(source, None).is_ok_and(|steps| worth(&steps, values))
}

/// One step of a condition in postfix order.
#[derive(Debug, Clone, PartialEq)]
enum Step {
    Put(Operand),
    Apply(&'static str),
}

fn worth(steps: &[Step], values: &dyn Values) -> bool {
    let mut stack: Vec<Cow<'_, Value>> = Vec::new();
    for step in steps {
        let value = match step {
            Step::Put(operand) => operand.value(values),
            Step::Apply("!") => Cow::Owned(Value::Bool(!stack.pop().is_some_and(|value| is_true(&value)))),
            Step::Apply(op) => {
                let (Some(right), Some(left)) = (stack.pop(), stack.pop()) else { return false };
                Cow::Owned(Value::Bool(match *op {
                    "&&" => is_true(&left) && is_true(&right),
                    "||" => is_true(&left) || is_true(&right),
                    "==" => equal(&left, &right),
                    "!=" => !equal(&left, &right),
                    op => compare(op, &left, &right),
                }))
            }
        };
        stack.push(value);
    }
    stack.pop().is_some_and(|value| is_true(&value))
}

#[cfg(test)]
mod tests;
