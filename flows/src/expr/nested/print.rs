//! Tree to text: the expression with its bindings written out and every grouping in parentheses.

use std::fmt;

use super::tree::{Expression, Id, Node};

impl fmt::Display for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut texts: Vec<String> = Vec::with_capacity(self.nodes.len());
        for node in &self.nodes {
            let text = |id: &Id| texts.get(*id).map(String::as_str).unwrap_or_default();
            let list = |ids: &[Id]| ids.iter().map(text).collect::<Vec<_>>().join(", ");
            let made = match node {
                Node::Name(name) => name.clone(),
                Node::Number { raw, .. } => raw.clone(),
                Node::Text(plain) => quoted(plain),
                Node::Bool(on) => on.to_string(),
                Node::Null => "null".into(),
                Node::This => "this".into(),
                Node::List(items) => format!("[{}]", list(items)),
                Node::Unary(op, operand) => format!("({op}{})", text(operand)),
                Node::Binary(op, left, right) => format!("({} {op} {})", text(left), text(right)),
                Node::Member(object, name) => format!("{}.{name}", holder(text(object))),
                Node::Index(object, index) => format!("{}[{}]", holder(text(object)), text(index)),
                Node::Call(callee, arguments) => format!("{}({})", holder(text(callee)), list(arguments)),
                Node::Ternary(when, yes, no) => format!("({} ? {} : {})", text(when), text(yes), text(no)),
                Node::Sequence(parts) => format!("({})", list(parts)),
                Node::Joined(parts) if parts.is_empty() => ",".into(),
                Node::Joined(parts) => list(parts),
            };
            texts.push(made);
        }
        f.write_str(texts.last().map(String::as_str).unwrap_or_default())
    }
}

/// A number takes its dot for a decimal point, so it stands in parentheses before one.
fn holder(text: &str) -> String {
    if text.starts_with(|char: char| char.is_ascii_digit() || char == '.') {
        format!("({text})")
    } else {
        text.to_owned()
    }
}

/// A text as a literal.
pub(in crate::expr) fn quoted(plain: &str) -> String {
    let mut text = String::with_capacity(plain.len() + 2);
    text.push('\'');
    for char in plain.chars() {
        if matches!(char, '\'' | '\\') {
            text.push('\\');
        }
        text.push(char);
    }
    text.push('\'');
    text
}
