//! Types of an expression, with Meta's sentences. One loop over the flat tree.

use super::Refusal;
use super::tree::{Expression, Node};
use crate::expr::{Reference, Scope, Type};

/// The type of the whole expression.
pub(super) fn type_of(expression: &Expression, scope: &dyn Scope) -> Result<Type, Refusal> {
    let mut types: Vec<Result<Type, Refusal>> = Vec::with_capacity(expression.nodes.len());
    for (id, node) in expression.nodes.iter().enumerate() {
        let of = |id: &usize| types.get(*id).cloned().unwrap_or(Ok(Type::Unknown));
        let found = match node {
            Node::Number { .. } => Ok(Type::Number),
            Node::Text(_) => Ok(Type::String),
            Node::Bool(_) => Ok(Type::Boolean),
            Node::Null => Err(Refusal::NullReserved),
            Node::This => Err(Refusal::Unsupported("ThisExpression")),
            Node::List(_) => Err(Refusal::Unsupported("ArrayExpression")),
            Node::Call(..) => Err(Refusal::Unsupported("CallExpression")),
            Node::Index(..) => Err(Refusal::Unsupported("MemberExpression")),
            Node::Sequence(_) => Err(Refusal::Unsupported("SequenceExpression")),
            Node::Ternary(..) => Err(Refusal::Ternary),
            Node::Name(_) | Node::Member(..) => named(expression, id, scope),
            Node::Joined(parts) => parts.iter().map(of).find(Result::is_err).unwrap_or(Ok(Type::String)),
            Node::Unary(op, operand) => of(operand).and_then(|operand| unary(op, operand)),
            Node::Binary(op, left, right) => {
                of(left).and_then(|left| of(right).and_then(|right| binary(op, left, right)))
            }
        };
        types.push(found);
    }
    types.pop().unwrap_or(Ok(Type::String))
}

fn named(expression: &Expression, id: usize, scope: &dyn Scope) -> Result<Type, Refusal> {
    let Some(path) = expression.path(id) else { return Err(Refusal::Unsupported("MemberExpression")) };
    if let Some(reference) = Reference::dotted(&path) {
        return scope.declared(&reference).map_err(Refusal::MissingProperty);
    }
    // `screen.ID` names something, what comes after does not.
    let mut names = path.split('.');
    let first = names.next().unwrap_or_default();
    let wrong = if first == "screen" { names.nth(1).or(names.next()).unwrap_or(first) } else { first };
    Err(Refusal::MissingProperty(wrong.to_owned()))
}

fn unary(op: &'static str, operand: Type) -> Result<Type, Refusal> {
    match (op, operand) {
        ("!", Type::Boolean) => Ok(Type::Boolean),
        ("!", _) => Err(Refusal::BeforeBooleans),
        ("+" | "-", Type::Number) => Ok(Type::Number),
        ("+" | "-", _) => Err(Refusal::BeforeNumbers(op)),
        _ => Ok(Type::Unknown),
    }
}

fn binary(op: &'static str, left: Type, right: Type) -> Result<Type, Refusal> {
    let countable = |side| matches!(side, Type::Number | Type::Integer);
    match op {
        "+" | "-" | "*" | "/" if left == Type::Number && right == Type::Number => Ok(Type::Number),
        "<" | "<=" | ">" | ">=" if countable(left) && countable(right) => Ok(Type::Boolean),
        "+" | "-" | "*" | "/" | "<" | "<=" | ">" | ">=" => Err(Refusal::NumbersOnly(op)),
        "==" | "!=" if left == right => Ok(Type::Boolean),
        "==" | "!=" => Err(Refusal::SameType(op)),
        "&&" | "||" if left == Type::Boolean && right == Type::Boolean => Ok(Type::Boolean),
        "&&" | "||" => Err(Refusal::BooleansOnly(op)),
        _ => Ok(Type::Unknown),
    }
}
