//! Tokens of a condition.

use std::borrow::Cow;

use serde_json::Value;

use super::Refusal;
use crate::expr::{Type, Values, binding};

/// A value in a condition.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Operand {
    /// `${data.n}`, as written.
    Binding(String),
    /// `'text'`, without its quotes.
    Text(String),
    /// A whole number, as written.
    Number(String),
    /// `true` or `false`.
    Bool(bool),
}

impl Operand {
    /// As messages print it.
    pub(super) fn shown(&self) -> String {
        match self {
            Self::Binding(text) | Self::Text(text) | Self::Number(text) => text.clone(),
            Self::Bool(on) => on.to_string(),
        }
    }

    /// The type of what is written out; none for a binding.
    pub(super) fn literal(&self) -> Option<Type> {
        match self {
            Self::Binding(_) => None,
            Self::Text(_) => Some(Type::String),
            Self::Number(_) => Some(Type::Number),
            Self::Bool(_) => Some(Type::Boolean),
        }
    }

    /// What it is worth.
    pub(super) fn value<'v>(&self, values: &'v dyn Values) -> Cow<'v, Value> {
        match self {
            Self::Binding(text) => binding::whole(text)
                .and_then(|reference| values.value(&reference))
                .unwrap_or(Cow::Owned(Value::Null)),
            Self::Text(text) => Cow::Owned(Value::from(text.as_str())),
            Self::Number(text) => Cow::Owned(text.parse::<f64>().map_or(Value::Null, Value::from)),
            Self::Bool(on) => Cow::Owned(Value::Bool(*on)),
        }
    }
}

/// One token.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    Operand(Operand),
    Operator(&'static str),
    Open,
    Close,
}

const OPERATORS: [&str; 9] = ["&&", "||", "==", "!=", ">=", "<=", "!", ">", "<"];

/// Reads tokens one after the other.
pub(super) struct Lexer<'s> {
    rest: &'s str,
    column: usize,
}

impl<'s> Lexer<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self { rest: source, column: 0 }
    }

    /// Takes the first `bytes` bytes.
    fn take(&mut self, bytes: usize) -> &'s str {
        let (taken, rest) = self.rest.split_at_checked(bytes).unwrap_or((self.rest, ""));
        self.rest = rest;
        self.column += taken.encode_utf16().count();
        taken
    }

    /// The next token and its column.
    pub(super) fn next(&mut self) -> Result<Option<(Token, usize)>, Refusal> {
        self.take(self.rest.len() - self.rest.trim_start().len());
        let column = self.column;
        let Some(first) = self.rest.chars().next() else { return Ok(None) };
        let token = match first {
            '(' | ')' => {
                self.take(1);
                if first == '(' { Token::Open } else { Token::Close }
            }
            '$' if self.rest.starts_with("${") => {
                let end = self.rest.find('}').map_or(self.rest.len(), |end| end + 1);
                let text = self.take(end).to_owned();
                if binding::whole(&text).is_none() {
                    return Err(Refusal::InvalidOperand(text, column));
                }
                Token::Operand(Operand::Binding(text))
            }
            '\'' => {
                let inside = self.rest.get(1..).unwrap_or_default();
                let Some(end) = inside.find('\'') else { return Err(Refusal::UnclosedQuote(column)) };
                let text = inside.get(..end).unwrap_or_default().to_owned();
                self.take(end + 2);
                Token::Operand(Operand::Text(text))
            }
            '-' | '0'..='9' => Token::Operand(self.number(column)?),
            't' | 'f' => {
                let end =
                    self.rest.find(|char: char| !char.is_ascii_alphanumeric()).unwrap_or(self.rest.len());
                match self.take(end) {
                    "true" => Token::Operand(Operand::Bool(true)),
                    "false" => Token::Operand(Operand::Bool(false)),
                    word => return Err(Refusal::InvalidLiteral(word.to_owned(), column)),
                }
            }
            _ => {
                if let Some(op) = OPERATORS.into_iter().find(|op| self.rest.starts_with(op)) {
                    self.take(op.len());
                    Token::Operator(op)
                } else if matches!(first, '=' | '&' | '|') {
                    return Err(Refusal::InvalidOperator(first, column));
                } else {
                    return Err(Refusal::UnexpectedCharacter(first, column));
                }
            }
        };
        Ok(Some((token, column)))
    }

    fn number(&mut self, column: usize) -> Result<Operand, Refusal> {
        let digits = self.rest.trim_start_matches('-');
        let minus = self.rest.len() - digits.len();
        let len = digits.find(|char: char| !char.is_ascii_digit()).unwrap_or(digits.len());
        if minus > 1 || len == 0 {
            return Err(Refusal::LoneMinus(column));
        }
        if len > 1 && digits.starts_with('0') {
            return Err(Refusal::LeadingZero(column));
        }
        Ok(Operand::Number(self.take(minus + len).to_owned()))
    }
}
