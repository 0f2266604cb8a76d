//! The one pass over a condition: every token is judged by what stands before it.

use super::lex::{Lexer, Operand, Token};
use super::{Refusal, Step};
use crate::expr::{MAX_SOURCE, Scope, Source, Type, binding};

/// What stands directly before a token.
enum Before {
    Nothing,
    /// How it is printed, its type (none: not asked for), whether it is written out.
    Operand(String, Option<Type>, bool),
    Operator(&'static str),
    Open,
    /// How the group is printed.
    Group(String),
}

/// A pair of parentheses, or the whole condition.
#[derive(Default)]
struct Level {
    /// The last operator with two sides.
    operator: Option<&'static str>,
    /// What stands left of that operator.
    left: Option<(String, Option<Type>, bool)>,
    /// As messages print it.
    text: String,
}

impl Level {
    fn print(&mut self, part: &str) {
        if !self.text.is_empty() && !self.text.ends_with('!') {
            self.text.push(' ');
        }
        self.text.push_str(part);
    }
}

struct Reader<'s> {
    scope: Option<&'s dyn Scope>,
    levels: Vec<Level>,
    before: Before,
    /// The group that closed last, anywhere. Meta takes it for the left side of every `==` and `!=` that
    /// follows, which is why `(a == 'x') || (b == 'y')` fails.
    group: Option<String>,
    operands: usize,
    alone: Option<(Option<Type>, bool)>,
    steps: Vec<Step>,
    /// Operators that wait for their right side; `None` is an open parenthesis.
    waiting: Vec<Option<&'static str>>,
}

/// Reads a condition into postfix order. Without a scope types are not asked for.
pub(super) fn read(source: &str, scope: Option<&dyn Scope>) -> Result<Vec<Step>, Refusal> {
    if source.len() > MAX_SOURCE {
        return Err(Refusal::TooLarge);
    }
    let mut reader = Reader {
        scope,
        levels: vec![Level::default()],
        before: Before::Nothing,
        group: None,
        operands: 0,
        alone: None,
        steps: Vec::new(),
        waiting: Vec::new(),
    };
    let mut lexer = Lexer::new(source);
    while let Some((token, column)) = lexer.next()? {
        match token {
            Token::Operand(operand) => reader.operand(operand, column)?,
            Token::Operator("!") => reader.not(column)?,
            Token::Operator(op) => reader.operator(op, column)?,
            Token::Open => reader.open(column)?,
            Token::Close => reader.close(column)?,
        }
    }
    reader.end()
}

fn is_logical(op: &str) -> bool {
    matches!(op, "&&" | "||")
}

fn is_equality(op: &str) -> bool {
    matches!(op, "==" | "!=")
}

fn strength(op: &str) -> u8 {
    match op {
        "||" => 1,
        "&&" => 2,
        "!" => 4,
        _ => 3,
    }
}

impl Reader<'_> {
    /// The type of an operand: none when types are not asked for.
    fn type_of(&self, operand: &Operand) -> Result<Option<Type>, Refusal> {
        let (Some(scope), Operand::Binding(text)) = (self.scope, operand) else {
            return Ok(operand.literal());
        };
        let Some(reference) = binding::whole(text) else { return Ok(None) };
        let missing = |screen: &str| {
            let (name, screen) = (reference.name().to_owned(), screen.to_owned());
            match reference.source {
                Source::Data => Refusal::MissingData(name, screen),
                Source::Form => Refusal::MissingInput(name, screen),
            }
        };
        let screen = reference.screen.unwrap_or(scope.screen());
        let nested = reference.keys().nth(1).is_some();
        match scope.declared(&reference) {
            Ok(found) if !nested => match found {
                Type::String | Type::Number | Type::Boolean => Ok(Some(found)),
                other => Err(Refusal::UnsupportedType(text.clone(), other)),
            },
            _ => Err(missing(screen)),
        }
    }

    fn level(&mut self) -> Option<&mut Level> {
        self.levels.last_mut()
    }

    fn operand(&mut self, operand: Operand, column: usize) -> Result<(), Refusal> {
        let found = self.type_of(&operand)?;
        let shown = operand.shown();
        let literal = operand.literal().is_some();
        match &self.before {
            Before::Operand(before, ..) | Before::Group(before) => {
                return Err(Refusal::MissingOperator(before.clone(), shown, column));
            }
            Before::Operator(op) => self.fits_after(op, &shown, found, literal, column)?,
            Before::Nothing | Before::Open => {}
        }
        self.operands += 1;
        self.alone = Some((found, literal));
        if let Some(level) = self.level() {
            level.print(&shown);
        }
        self.before = Before::Operand(shown, found, literal);
        self.steps.push(Step::Put(operand));
        Ok(())
    }

    fn fits_after(
        &self,
        op: &'static str,
        shown: &str,
        found: Option<Type>,
        literal: bool,
        column: usize,
    ) -> Result<(), Refusal> {
        let left = self.levels.last().and_then(|level| level.left.as_ref());
        if op != "!" && literal && left.is_some_and(|(_, _, literal)| *literal) {
            return Err(Refusal::LiteralsOnBothSides(column));
        }
        if is_equality(op) {
            return self.equal_types(found, shown, column);
        }
        let wanted = if op == "!" || is_logical(op) { Type::Boolean } else { Type::Number };
        if found.is_some_and(|found| found != wanted) {
            return Err(Refusal::OperandAfter(shown.to_owned(), op, column));
        }
        Ok(())
    }

    fn equal_types(&self, right: Option<Type>, shown: &str, column: usize) -> Result<(), Refusal> {
        if self.scope.is_none() {
            return Ok(());
        }
        let (text, left) = match (&self.group, self.levels.last().and_then(|level| level.left.as_ref())) {
            (Some(group), _) => (group.clone(), Some(Type::Boolean)),
            (None, Some((text, left, _))) => (text.clone(), *left),
            (None, None) => return Ok(()),
        };
        if left.is_some() && right.is_some() && left != right {
            return Err(Refusal::Mismatch(text, shown.to_owned(), column));
        }
        Ok(())
    }

    fn not(&mut self, column: usize) -> Result<(), Refusal> {
        match &self.before {
            Before::Nothing | Before::Open => {}
            Before::Operator(op) if is_logical(op) => {}
            _ => return Err(Refusal::MisplacedOperator("!", column)),
        }
        if let Some(level) = self.level() {
            level.print("!");
        }
        self.before = Before::Operator("!");
        self.waiting.push(Some("!"));
        Ok(())
    }

    fn operator(&mut self, op: &'static str, column: usize) -> Result<(), Refusal> {
        let left = match &self.before {
            Before::Nothing | Before::Open | Before::Operator(_) => {
                return Err(Refusal::MisplacedOperator(op, column));
            }
            Before::Operand(shown, found, literal) => (shown.clone(), *found, *literal),
            Before::Group(text) => (text.clone(), Some(Type::Boolean), false),
        };
        if let Some(last) = self.levels.last().and_then(|level| level.operator)
            && !(is_logical(last) && is_logical(op))
        {
            return Err(Refusal::OperatorsMixed(op, last, column));
        }
        if !is_equality(op) {
            let wanted = if is_logical(op) { Type::Boolean } else { Type::Number };
            if left.1.is_some_and(|found| found != wanted) {
                let shown = if matches!(self.before, Before::Group(_)) { ")".to_owned() } else { left.0 };
                return Err(Refusal::OperatorAfter(op, shown, column));
            }
        }
        while let Some(&Some(before)) = self.waiting.last()
            && strength(before) >= strength(op)
        {
            self.waiting.pop();
            self.steps.push(Step::Apply(before));
        }
        self.waiting.push(Some(op));
        if let Some(level) = self.level() {
            level.print(op);
            level.operator = Some(op);
            level.left = Some(left);
        }
        self.before = Before::Operator(op);
        Ok(())
    }

    fn open(&mut self, column: usize) -> Result<(), Refusal> {
        match &self.before {
            Before::Operand(before, ..) | Before::Group(before) => {
                return Err(Refusal::MissingOperator(before.clone(), "(".into(), column));
            }
            Before::Operator(op) if !is_logical(op) && !is_equality(op) && *op != "!" => {
                return Err(Refusal::OperandAfter("(".into(), op, column));
            }
            _ => {}
        }
        self.levels.push(Level::default());
        self.waiting.push(None);
        self.before = Before::Open;
        Ok(())
    }

    fn close(&mut self, column: usize) -> Result<(), Refusal> {
        if self.levels.len() == 1 {
            return Err(Refusal::Unopened(column));
        }
        match self.before {
            Before::Open => return Err(Refusal::EmptyParentheses(column)),
            Before::Operator(_) => return Err(Refusal::ClosedTooEarly),
            _ => {}
        }
        let text = format!("({})", self.levels.pop().map(|level| level.text).unwrap_or_default());
        while let Some(Some(op)) = self.waiting.pop() {
            self.steps.push(Step::Apply(op));
        }
        if let Some(Some(op)) = self.waiting.last()
            && is_equality(op)
        {
            self.equal_types(Some(Type::Boolean), &text, column)?;
        }
        if let Some(level) = self.level() {
            level.print(&text);
        }
        self.group = Some(text.clone());
        self.before = Before::Group(text);
        Ok(())
    }

    fn end(mut self) -> Result<Vec<Step>, Refusal> {
        if self.levels.len() > 1 {
            return Err(Refusal::Unclosed);
        }
        if let Before::Operator(op) = self.before {
            return Err(Refusal::MissingOperand(op));
        }
        match (self.operands, self.alone) {
            (0, _) => return Err(Refusal::Empty),
            (1, Some((_, true))) => return Err(Refusal::LiteralAlone),
            (1, Some((Some(found), _))) if found != Type::Boolean => return Err(Refusal::NotABoolean),
            _ => {}
        }
        self.steps.extend(self.waiting.into_iter().rev().flatten().map(Step::Apply));
        Ok(self.steps)
    }
}
