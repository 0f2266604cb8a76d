//! Why a text is not JSON, in the words `JSON.parse` uses (V8 as of Node 20), because Meta passes them on.

use super::Span;

/// What stopped the reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SyntaxErrorKind {
    /// The text ends in the middle of something.
    UnexpectedEnd,
    /// A character that cannot stand here.
    UnexpectedToken,
    /// A number that cannot stand here, such as the `1` of `01`.
    UnexpectedNumber,
    /// A member's name or `}` should stand here.
    ExpectedNameOrBrace,
    /// A member's name should stand here (after a comma).
    ExpectedName,
    /// A colon should stand here.
    ExpectedColon,
    /// A comma or `}` should stand here.
    ExpectedCommaOrBrace,
    /// A comma or `]` should stand here.
    ExpectedCommaOrBracket,
    /// A string without its closing quote.
    UnterminatedString,
    /// A raw control character (line break, tab, NUL) inside a string.
    ControlCharacter,
    /// A backslash followed by something unknown.
    BadEscape,
    /// `\u` without four hexadecimal digits.
    BadUnicodeEscape,
    /// A minus sign without a number.
    LoneMinus,
    /// A decimal point without digits after it.
    UnterminatedFraction,
    /// An exponent without digits.
    EmptyExponent,
    /// Something follows the value.
    TrailingText,
    /// Objects and arrays lie in each other more than [`super::MAX_DEPTH`] deep.
    TooDeep,
    /// The text is larger than a Flow may be.
    TooLarge,
}

/// The one place where reading stopped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    /// What stopped it.
    pub kind: SyntaxErrorKind,
    /// The offending character; empty at the end of the text.
    pub span: Span,
    /// The sentence of `JSON.parse`; for the last two kinds, which JavaScript does not have, our own.
    pub message: String,
}

/// Characters V8 shows on each side of an unexpected token.
const CONTEXT: usize = 10;

impl SyntaxError {
    pub(super) fn new(kind: SyntaxErrorKind, text: &str, at: usize) -> Self {
        let rest = text.get(at..).unwrap_or_default();
        let width = rest.chars().next().map_or(0, char::len_utf8);
        let span = Span::new(to_u32(at), to_u32(at + width));
        Self { kind, span, message: message(kind, text, at) }
    }
}

fn message(kind: SyntaxErrorKind, text: &str, at: usize) -> String {
    // JSON.parse never sees a byte order mark: whoever decodes the file takes it off.
    let bom = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let source = text.get(bom..).unwrap_or_default();
    let at = at.saturating_sub(bom);
    let place = |what: &str| {
        let units: usize = source.get(..at).unwrap_or_default().chars().map(char::len_utf16).sum();
        format!("{what} in JSON at position {units}")
    };
    match kind {
        SyntaxErrorKind::UnexpectedEnd => "Unexpected end of JSON input".to_owned(),
        SyntaxErrorKind::UnexpectedToken => unexpected_token(source, at),
        SyntaxErrorKind::UnexpectedNumber => place("Unexpected number"),
        SyntaxErrorKind::ExpectedNameOrBrace => place("Expected property name or '}'"),
        SyntaxErrorKind::ExpectedName => place("Expected double-quoted property name"),
        SyntaxErrorKind::ExpectedColon => place("Expected ':' after property name"),
        SyntaxErrorKind::ExpectedCommaOrBrace => place("Expected ',' or '}' after property value"),
        SyntaxErrorKind::ExpectedCommaOrBracket => place("Expected ',' or ']' after array element"),
        SyntaxErrorKind::UnterminatedString => place("Unterminated string"),
        SyntaxErrorKind::ControlCharacter => place("Bad control character in string literal"),
        SyntaxErrorKind::BadEscape => place("Bad escaped character"),
        SyntaxErrorKind::BadUnicodeEscape => place("Bad Unicode escape"),
        SyntaxErrorKind::LoneMinus => place("No number after minus sign"),
        SyntaxErrorKind::UnterminatedFraction => place("Unterminated fractional number"),
        SyntaxErrorKind::EmptyExponent => place("Exponent part is missing a number"),
        SyntaxErrorKind::TrailingText => {
            place("Unexpected non-whitespace character after JSON").replacen(" in JSON at", " at", 1)
        }
        SyntaxErrorKind::TooDeep => {
            format!("Objects and arrays may lie in each other {} deep at most", super::MAX_DEPTH)
        }
        SyntaxErrorKind::TooLarge => "The text is too large".to_owned(),
    }
}

fn unexpected_token(source: &str, at: usize) -> String {
    if matches!(source, "NaN" | "Infinity" | "undefined" | "[object Object]") {
        return format!("\"{source}\" is not valid JSON");
    }
    let rest = source.get(at..).unwrap_or_default();
    let token = rest.chars().next().unwrap_or_default();
    let before = source.get(..at).unwrap_or_default();
    // V8 counts UTF-16 units; a character cut in half by the window is left out here.
    let units_before: usize = before.chars().map(char::len_utf16).sum();
    let units_after: usize = rest.chars().map(char::len_utf16).sum();
    if units_before + units_after <= 2 * CONTEXT {
        return format!("Unexpected token '{token}', \"{source}\" is not valid JSON");
    }
    let mut start = at;
    let mut room = CONTEXT;
    for c in before.chars().rev() {
        if c.len_utf16() > room {
            break;
        }
        room -= c.len_utf16();
        start -= c.len_utf8();
    }
    let mut end = at;
    let mut room = CONTEXT;
    for c in rest.chars() {
        if c.len_utf16() > room {
            break;
        }
        room -= c.len_utf16();
        end += c.len_utf8();
    }
    let starts = units_before < CONTEXT;
    let ends = !starts && units_after <= CONTEXT;
    let (left, start) = if starts { ("", 0) } else { ("...", start) };
    let (right, end) = if ends { ("", source.len()) } else { ("...", end) };
    let window = source.get(start..end).unwrap_or_default();
    format!("Unexpected token '{token}', {left}\"{window}\"{right} is not valid JSON")
}

/// Offsets fit: a text that does not is refused before it is read.
pub(super) fn to_u32(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
