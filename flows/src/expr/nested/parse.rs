//! Text to tree: precedence climbing over the operators of JavaScript, with the sentences of Meta's parser.

use super::Refusal;
use super::tree::{Expression, Id, Node};
use crate::expr::{MAX_DEPTH, MAX_NODES, MAX_SOURCE, binding};

/// Operators with two sides and how strongly they bind.
const BINARY: [(&str, u8); 20] = [
    (">>>", 8),
    ("===", 6),
    ("!==", 6),
    ("||", 1),
    ("&&", 2),
    ("==", 6),
    ("!=", 6),
    ("<=", 7),
    (">=", 7),
    ("<<", 8),
    (">>", 8),
    ("|", 3),
    ("^", 4),
    ("&", 5),
    ("<", 7),
    (">", 7),
    ("+", 9),
    ("-", 9),
    ("*", 10),
    ("/", 10),
];
const MODULO: (&str, u8) = ("%", 10);
/// Operators before a value.
const UNARY: [&str; 4] = ["-", "!", "~", "+"];

type Parsed<T> = Result<T, Refusal>;

/// Parses the text between the backticks.
pub(super) fn parse(source: &str, screen: &str) -> Parsed<Expression> {
    if source.len() > MAX_SOURCE {
        return Err(Refusal::TooLarge);
    }
    let (chars, origin) = written_out(source, screen);
    let mut parser = Parser { source, chars, origin, at: 0, depth: 0, nodes: Vec::new() };
    let parts = parser.sequence(None)?;
    // The last node of a single part is its root already.
    if parts.len() != 1 {
        parser.add(Node::Joined(parts))?;
    }
    Ok(Expression { nodes: parser.nodes })
}

/// The text with every local binding written out with its screen, and the byte in the source that
/// each character comes from.
fn written_out(source: &str, screen: &str) -> (Vec<char>, Vec<usize>) {
    let mut chars = Vec::with_capacity(source.len() + 16);
    let mut origin = Vec::with_capacity(source.len() + 16);
    let mut push = |text: &str, start: usize, moves: bool| {
        for (offset, char) in text.char_indices() {
            chars.push(char);
            origin.push(start + if moves { offset } else { 0 });
        }
    };
    let mut done = 0;
    for (place, reference) in binding::all(source) {
        push(source.get(done..place.start).unwrap_or_default(), done, true);
        let inner = source.get(place.start + 2..place.end - 1).unwrap_or_default();
        if reference.screen.is_none() {
            push("screen.", place.start, false);
            push(screen, place.start, false);
            push(".", place.start, false);
        }
        push(inner, place.start, false);
        done = place.end;
    }
    push(source.get(done..).unwrap_or_default(), done, true);
    (chars, origin)
}

struct Parser<'s> {
    source: &'s str,
    chars: Vec<char>,
    origin: Vec<usize>,
    at: usize,
    depth: usize,
    nodes: Vec<Node>,
}

fn starts_name(char: char) -> bool {
    char.is_ascii_alphabetic() || char == '$' || char == '_' || !char.is_ascii()
}

fn continues_name(char: char) -> bool {
    starts_name(char) || char.is_ascii_digit()
}

/// A text with its backslash escapes replaced.
pub(super) fn unescaped(chars: impl Iterator<Item = char>) -> String {
    let mut text = String::new();
    let mut escaped = false;
    for char in chars {
        if !escaped && char == '\\' {
            escaped = true;
            continue;
        }
        text.push(match char {
            'n' if escaped => '\n',
            'r' if escaped => '\r',
            't' if escaped => '\t',
            'b' if escaped => '\u{8}',
            'f' if escaped => '\u{c}',
            'v' if escaped => '\u{b}',
            other => other,
        });
        escaped = false;
    }
    text
}

impl Parser<'_> {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    /// The character at the cursor as messages print it.
    fn here(&self) -> String {
        self.peek().map(String::from).unwrap_or_default()
    }

    fn fail<T>(&self, what: impl Into<String>) -> Parsed<T> {
        let at = self.chars.iter().take(self.at).map(|char| char.len_utf16()).sum();
        Err(Refusal::Syntax { what: what.into(), at })
    }

    fn skip_spaces(&mut self) {
        while matches!(self.peek(), Some(' ' | '\t' | '\n' | '\r')) {
            self.at += 1;
        }
    }

    fn eat(&mut self, char: char) -> bool {
        let found = self.peek() == Some(char);
        self.at += usize::from(found);
        found
    }

    fn add(&mut self, node: Node) -> Parsed<Id> {
        if self.nodes.len() >= MAX_NODES {
            return Err(Refusal::TooLarge);
        }
        self.nodes.push(node);
        Ok(self.nodes.len() - 1)
    }

    /// Expressions side by side, up to `until`.
    fn sequence(&mut self, until: Option<char>) -> Parsed<Vec<Id>> {
        let mut parts = Vec::new();
        while let Some(char) = self.peek() {
            if matches!(char, ';' | ',') {
                self.at += 1;
            } else if let Some(part) = self.expression()? {
                parts.push(part);
            } else if self.peek().is_some() {
                if Some(char) == until {
                    break;
                }
                return self.fail(format!("Unexpected \"{}\"", self.here()));
            }
        }
        Ok(parts)
    }

    /// One expression with a ternary behind it, if there is one.
    fn expression(&mut self) -> Parsed<Option<Id>> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(Refusal::TooLarge);
        }
        let mut found = self.operators()?;
        self.skip_spaces();
        if let Some(test) = found
            && self.eat('?')
        {
            let Some(yes) = self.expression()? else { return self.fail("Expected expression") };
            self.skip_spaces();
            if !self.eat(':') {
                return self.fail("Expected :");
            }
            let Some(no) = self.expression()? else { return self.fail("Expected expression") };
            found = Some(self.add(Node::Ternary(test, yes, no))?);
        }
        self.depth -= 1;
        Ok(found)
    }

    /// Values with operators between them.
    fn operators(&mut self) -> Parsed<Option<Id>> {
        let Some(first) = self.value()? else { return Ok(None) };
        let mut sides = vec![first];
        let mut waiting: Vec<(&'static str, u8)> = Vec::new();
        while let Some((op, strength)) = self.operator() {
            while waiting.last().is_some_and(|&(_, before)| before >= strength) {
                self.reduce(&mut sides, &mut waiting)?;
            }
            waiting.push((op, strength));
            let Some(side) = self.value()? else {
                return self.fail(format!("Expected expression after {op}"));
            };
            sides.push(side);
        }
        while !waiting.is_empty() {
            self.reduce(&mut sides, &mut waiting)?;
        }
        Ok(sides.pop())
    }

    fn reduce(&mut self, sides: &mut Vec<Id>, waiting: &mut Vec<(&'static str, u8)>) -> Parsed<()> {
        if let (Some((op, _)), Some(right), Some(left)) = (waiting.pop(), sides.pop(), sides.pop()) {
            sides.push(self.add(Node::Binary(op, left, right))?);
        }
        Ok(())
    }

    fn looking_at(&self, op: &str) -> bool {
        op.chars().enumerate().all(|(offset, char)| self.chars.get(self.at + offset) == Some(&char))
    }

    fn operator(&mut self) -> Option<(&'static str, u8)> {
        self.skip_spaces();
        let found = BINARY.into_iter().chain([MODULO]).find(|(op, _)| self.looking_at(op))?;
        self.at += found.0.len();
        Some(found)
    }

    /// One value with what hangs on it: properties, indices, calls.
    fn value(&mut self) -> Parsed<Option<Id>> {
        self.skip_spaces();
        let Some(char) = self.peek() else { return Ok(None) };
        let found = match char {
            '0'..='9' | '.' => return self.number().map(Some),
            '\'' | '"' => Some(self.text(char)?),
            '[' => {
                self.at += 1;
                let items = self.arguments(']')?;
                Some(self.add(Node::List(items))?)
            }
            _ => {
                if let Some(op) = UNARY.into_iter().find(|op| self.looking_at(op)) {
                    return self.unary(op).map(Some);
                }
                if starts_name(char) {
                    let name = self.name()?;
                    let node = match name.as_str() {
                        "true" => Node::Bool(true),
                        "false" => Node::Bool(false),
                        "null" => Node::Null,
                        "this" => Node::This,
                        _ => Node::Name(name),
                    };
                    Some(self.add(node)?)
                } else if char == '(' {
                    self.group()?
                } else {
                    None
                }
            }
        };
        match found {
            Some(found) => self.hanging(found).map(Some),
            None => Ok(None),
        }
    }

    fn unary(&mut self, op: &'static str) -> Parsed<Id> {
        self.at += op.len();
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(Refusal::TooLarge);
        }
        let Some(operand) = self.value()? else { return self.fail("missing unaryOp argument") };
        self.depth -= 1;
        self.add(Node::Unary(op, operand))
    }

    fn hanging(&mut self, mut id: Id) -> Parsed<Id> {
        loop {
            self.skip_spaces();
            match self.peek() {
                Some('.') => {
                    self.at += 1;
                    self.skip_spaces();
                    let name = self.name()?;
                    id = self.add(Node::Member(id, name))?;
                }
                Some('[') => {
                    self.at += 1;
                    let Some(index) = self.expression()? else {
                        return self.fail(format!("Unexpected \"{}\"", self.here()));
                    };
                    self.skip_spaces();
                    if !self.eat(']') {
                        return self.fail("Unclosed [");
                    }
                    id = self.add(Node::Index(id, index))?;
                }
                Some('(') => {
                    self.at += 1;
                    let arguments = self.arguments(')')?;
                    id = self.add(Node::Call(id, arguments))?;
                }
                Some('?') if self.chars.get(self.at + 1) == Some(&'.') => {
                    self.at += 2;
                    self.skip_spaces();
                    if !matches!(self.peek(), Some('[' | '(')) {
                        let name = self.name()?;
                        id = self.add(Node::Member(id, name))?;
                    }
                }
                _ => return Ok(id),
            }
        }
    }

    fn name(&mut self) -> Parsed<String> {
        let start = self.at;
        if !self.peek().is_some_and(starts_name) {
            return self.fail(format!("Unexpected {}", self.here()));
        }
        while self.peek().is_some_and(continues_name) {
            self.at += 1;
        }
        Ok(self.chars.get(start..self.at).unwrap_or_default().iter().collect())
    }

    fn digits(&mut self, raw: &mut String) {
        while let Some(char) = self.peek().filter(char::is_ascii_digit) {
            raw.push(char);
            self.at += 1;
        }
    }

    fn number(&mut self) -> Parsed<Id> {
        let mut raw = String::new();
        self.digits(&mut raw);
        if self.eat('.') {
            raw.push('.');
            self.digits(&mut raw);
        }
        if let Some(e @ ('e' | 'E')) = self.peek() {
            raw.push(e);
            self.at += 1;
            if let Some(sign @ ('+' | '-')) = self.peek() {
                raw.push(sign);
                self.at += 1;
            }
            self.digits(&mut raw);
            if !raw.ends_with(|char: char| char.is_ascii_digit()) {
                return self.fail(format!("Expected exponent ({raw}{})", self.here()));
            }
        }
        match self.peek() {
            Some(char) if starts_name(char) => {
                return self.fail(format!("Variable names cannot start with a number ({raw}{char})"));
            }
            Some('.') => return self.fail("Unexpected period"),
            _ if raw == "." => return self.fail("Unexpected period"),
            _ => {}
        }
        let value = raw.parse().unwrap_or(0.0);
        self.add(Node::Number { value, raw })
    }

    fn text(&mut self, quote: char) -> Parsed<Id> {
        self.at += 1;
        let start = self.at;
        while let Some(char) = self.peek() {
            if char == quote {
                // From the source, so that a binding between quotes stays as it was written.
                let bytes = self.byte(start)..self.byte(self.at);
                let text = unescaped(self.source.get(bytes).unwrap_or_default().chars());
                self.at += 1;
                return self.add(Node::Text(text));
            }
            self.at += if char == '\\' { 2 } else { 1 };
        }
        self.at = self.chars.len();
        let text = unescaped(self.chars.iter().skip(start).copied());
        self.fail(format!("Unclosed quote after \"{text}\""))
    }

    /// The byte of the source that the character at `at` comes from.
    fn byte(&self, at: usize) -> usize {
        self.origin.get(at).copied().unwrap_or(self.source.len())
    }

    fn group(&mut self) -> Parsed<Option<Id>> {
        self.at += 1;
        let parts = self.sequence(Some(')'))?;
        if !self.eat(')') {
            return self.fail("Unclosed (");
        }
        match parts.as_slice() {
            [] => Ok(None),
            [only] => Ok(Some(*only)),
            _ => self.add(Node::Sequence(parts)).map(Some),
        }
    }

    fn arguments(&mut self, end: char) -> Parsed<Vec<Id>> {
        let mut arguments = Vec::new();
        let mut commas = 0;
        loop {
            self.skip_spaces();
            let Some(char) = self.peek() else { return self.fail(format!("Expected {end}")) };
            if char == end {
                self.at += 1;
                if end == ')' && commas > 0 && commas >= arguments.len() {
                    return self.fail("Unexpected token )");
                }
                return Ok(arguments);
            }
            if char == ',' {
                self.at += 1;
                commas += 1;
                if end == ')' && commas != arguments.len() {
                    return self.fail("Unexpected token ,");
                }
            } else if commas != 0 && end == ')' && arguments.len() != commas {
                return self.fail("Expected comma");
            } else if let Some(argument) = self.expression()? {
                arguments.push(argument);
            } else {
                return self.fail("Expected comma");
            }
        }
    }
}
