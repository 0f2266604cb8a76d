//! The reader: one pass over the bytes into an arena in document order.

use std::sync::OnceLock;

use super::lines::LineIndex;
use super::links::Links;
use super::node::{Node, NodeId};
use super::syntax::{SyntaxError, SyntaxErrorKind, to_u32};

/// How deep objects and arrays may lie in each other. Our own bound (Meta states none): a Flow needs
/// about 20, and recursion over the tree stays safe on the smallest thread stack.
pub const MAX_DEPTH: usize = 512;

/// What an arena entry is. Strings with escapes are marked so that plain ones are read without a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    Null,
    False,
    True,
    Number,
    Text,
    EscapedText,
    Array,
    Object,
}

/// One value or member name. Entries stand in document order; a container is followed by its content,
/// an object's content alternates name, value. `size` counts the entry and all it contains, so the next
/// sibling is `size` further on, and a stretch of the arena can be replaced without touching links.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) size: u32,
    pub(super) tag: Tag,
    /// Of a string: [`print`] of its bytes, so that most comparisons need not look at the text.
    pub(super) print: u16,
}

/// A few bits of a text that other texts seldom share, from its length, its first and its last byte.
#[inline]
pub(super) fn print(text: &[u8]) -> u16 {
    let low = |byte: Option<&u8>| u16::from(byte.copied().unwrap_or_default() & 0x1f);
    let length = u16::try_from(text.len() & 0x3f).unwrap_or_default();
    length << 10 | low(text.first()) << 5 | low(text.last())
}

/// A text and what stands where in it.
#[derive(Debug, Clone)]
pub struct Tree {
    pub(super) text: String,
    pub(super) entries: Vec<Entry>,
    /// Read when first asked for.
    pub(super) lines: OnceLock<LineIndex>,
    pub(super) error: Option<SyntaxError>,
    pub(super) links: Links,
}

impl Tree {
    /// Reads a text. Never fails: see [`Tree::error`].
    pub fn parse(text: impl Into<String>) -> Self {
        let text = text.into();
        let limit = crate::facts::limits().file_bytes;
        if text.len() > limit as usize {
            let error = SyntaxError::new(SyntaxErrorKind::TooLarge, &text, limit as usize);
            return Self {
                text,
                entries: vec![nothing()],
                lines: OnceLock::new(),
                error: Some(SyntaxError { span: super::Span::new(0, 0), ..error }),
                links: Links::default(),
            };
        }
        let (entries, error) = read(&text);
        Self { text, entries, lines: OnceLock::new(), error, links: Links::default() }
    }

    /// The text, byte for byte as it was given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Gives the text back.
    pub fn into_text(self) -> String {
        self.text
    }

    /// Why the text is not JSON; `None` when it is. With an error the tree holds what stands before it.
    pub fn error(&self) -> Option<&SyntaxError> {
        self.error.as_ref()
    }

    /// The outermost value (`null` of no length when there is none).
    pub fn root(&self) -> Node<'_> {
        self.node(NodeId(0))
    }

    /// A value by its id. Ids are those of this revision; after [`Tree::apply`] they may name other values.
    pub fn node(&self, id: NodeId) -> Node<'_> {
        Node { tree: self, id }
    }

    /// Lines and columns of this text.
    pub fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::new(&self.text))
    }

    pub(super) fn entry(&self, id: NodeId) -> Entry {
        self.entries.get(id.0 as usize).copied().unwrap_or(nothing())
    }
}

const fn nothing() -> Entry {
    Entry { start: 0, end: 0, size: 1, tag: Tag::Null, print: 0 }
}

fn read(text: &str) -> (Vec<Entry>, Option<SyntaxError>) {
    let mut reader = Reader::new(text, 0, 0);
    if text.starts_with('\u{feff}') {
        reader.at = '\u{feff}'.len_utf8();
    }
    let result = reader.document();
    let error = result.err().map(|fault| SyntaxError::new(fault.kind, text, fault.at));
    if reader.entries.is_empty() {
        reader.entries.push(nothing());
    }
    (reader.entries, error)
}

/// Reads exactly one value that fills `text[start..end]`, lying `depth` containers deep.
pub(super) fn read_exactly(text: &str, start: usize, end: usize, depth: usize) -> Option<Vec<Entry>> {
    let mut reader = Reader::new(text.get(..end)?, start, depth);
    reader.value().ok()?;
    (reader.at == end).then_some(reader.entries)
}

struct Fault {
    kind: SyntaxErrorKind,
    at: usize,
}

type Step = Result<(), Fault>;

struct Reader<'t> {
    bytes: &'t [u8],
    at: usize,
    depth: usize,
    entries: Vec<Entry>,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str, at: usize, depth: usize) -> Self {
        // A Flow has a value or name every 14 bytes or so; growing the arena costs more than the rest.
        let room = (text.len() - at.min(text.len())) / 14 + 4;
        Self { bytes: text.as_bytes(), at, depth, entries: Vec::with_capacity(room) }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn fault<T>(&self, kind: SyntaxErrorKind) -> Result<T, Fault> {
        Err(Fault { kind, at: self.at })
    }

    /// The character here is wrong: its own kind of error at the end of the text.
    fn unexpected<T>(&self) -> Result<T, Fault> {
        match self.peek() {
            None => self.fault(SyntaxErrorKind::UnexpectedEnd),
            Some(b'0'..=b'9' | b'-') => self.fault(SyntaxErrorKind::UnexpectedNumber),
            Some(_) => self.fault(SyntaxErrorKind::UnexpectedToken),
        }
    }

    fn blank(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    fn document(&mut self) -> Step {
        self.blank();
        self.value()?;
        self.blank();
        if self.at < self.bytes.len() { self.fault(SyntaxErrorKind::TrailingText) } else { Ok(()) }
    }

    fn leaf(&mut self, start: usize, tag: Tag) {
        let print = match tag {
            Tag::Text => print(self.bytes.get(start + 1..self.at - 1).unwrap_or_default()),
            _ => 0,
        };
        self.entries.push(Entry { start: to_u32(start), end: to_u32(self.at), size: 1, tag, print });
    }

    fn value(&mut self) -> Step {
        match self.peek() {
            Some(b'"') => self.string(),
            Some(b'{') => self.container(Tag::Object),
            Some(b'[') => self.container(Tag::Array),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.literal(b"true", Tag::True),
            Some(b'f') => self.literal(b"false", Tag::False),
            Some(b'n') => self.literal(b"null", Tag::Null),
            _ => self.unexpected(),
        }
    }

    fn literal(&mut self, word: &[u8], tag: Tag) -> Step {
        let start = self.at;
        for expected in word {
            if self.peek() != Some(*expected) {
                return self.unexpected();
            }
            self.at += 1;
        }
        self.leaf(start, tag);
        Ok(())
    }

    fn container(&mut self, tag: Tag) -> Step {
        if self.depth >= MAX_DEPTH {
            return self.fault(SyntaxErrorKind::TooDeep);
        }
        let index = self.entries.len();
        let start = self.at;
        self.at += 1;
        self.leaf(start, tag);
        self.depth += 1;
        let result = if tag == Tag::Object { self.members() } else { self.items() };
        self.depth -= 1;
        // Also after a fault, so that what was read so far is a proper tree.
        let size = to_u32(self.entries.len() - index);
        let end = to_u32(self.at);
        if let Some(entry) = self.entries.get_mut(index) {
            entry.size = size;
            entry.end = end;
        }
        result
    }

    fn members(&mut self) -> Step {
        self.blank();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(());
        }
        let mut missing = SyntaxErrorKind::ExpectedNameOrBrace;
        loop {
            if self.peek() != Some(b'"') {
                return self.fault(missing);
            }
            missing = SyntaxErrorKind::ExpectedName;
            let name = self.entries.len();
            let result = self.string().and_then(|()| {
                self.blank();
                if self.peek() != Some(b':') {
                    return self.fault(SyntaxErrorKind::ExpectedColon);
                }
                self.at += 1;
                self.blank();
                self.value()
            });
            if let Err(fault) = result {
                // A name without a value is not a member.
                if self.entries.len() <= name + 1 {
                    self.entries.truncate(name);
                }
                return Err(fault);
            }
            self.blank();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b'}') => {
                    self.at += 1;
                    return Ok(());
                }
                _ => return self.fault(SyntaxErrorKind::ExpectedCommaOrBrace),
            }
            self.blank();
        }
    }

    fn items(&mut self) -> Step {
        self.blank();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(());
        }
        loop {
            self.value()?;
            self.blank();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b']') => {
                    self.at += 1;
                    return Ok(());
                }
                _ => return self.fault(SyntaxErrorKind::ExpectedCommaOrBracket),
            }
            self.blank();
        }
    }

    fn string(&mut self) -> Step {
        let start = self.at;
        let mut tag = Tag::Text;
        self.at += 1;
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    self.leaf(start, tag);
                    return Ok(());
                }
                Some(b'\\') => {
                    tag = Tag::EscapedText;
                    self.at += 1;
                    self.escape()?;
                }
                Some(0..0x20) => return self.fault(SyntaxErrorKind::ControlCharacter),
                Some(_) => self.at += 1,
                None => return self.fault(SyntaxErrorKind::UnterminatedString),
            }
        }
    }

    fn escape(&mut self) -> Step {
        match self.peek() {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => self.at += 1,
            Some(b'u') => {
                self.at += 1;
                for _ in 0..4 {
                    if !self.peek().is_some_and(|b| b.is_ascii_hexdigit()) {
                        return self.fault(SyntaxErrorKind::BadUnicodeEscape);
                    }
                    self.at += 1;
                }
            }
            Some(_) => return self.fault(SyntaxErrorKind::BadEscape),
            None => return self.fault(SyntaxErrorKind::UnexpectedEnd),
        }
        Ok(())
    }

    fn digits(&mut self, missing: SyntaxErrorKind) -> Step {
        if !self.peek().is_some_and(|b| b.is_ascii_digit()) {
            return self.fault(missing);
        }
        while self.peek().is_some_and(|b| b.is_ascii_digit()) {
            self.at += 1;
        }
        Ok(())
    }

    fn number(&mut self) -> Step {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        if self.peek() == Some(b'0') {
            self.at += 1;
            if self.peek().is_some_and(|b| b.is_ascii_digit()) {
                return self.fault(SyntaxErrorKind::UnexpectedNumber);
            }
        } else {
            self.digits(SyntaxErrorKind::LoneMinus)?;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits(SyntaxErrorKind::UnterminatedFraction)?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.peek() {
                self.at += 1;
            }
            self.digits(SyntaxErrorKind::EmptyExponent)?;
        }
        self.leaf(start, Tag::Number);
        Ok(())
    }
}
