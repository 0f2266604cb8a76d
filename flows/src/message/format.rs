//! WhatsApp's way to mark up text: `*bold*`, `_italic_`, `~struck out~`, `` `code` ``, three backticks around
//! monospaced text, lists and quotes.
//!
//! A sign opens where a word could begin and closes where one could end, on the same line, with something between.
//! What has no partner stays as it is written. Only monospaced text may go over several lines.

use std::collections::BTreeMap;

use serde::Serialize;

/// A line of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line<'s> {
    /// What it is.
    pub kind: LineKind,
    /// What it says, without the signs.
    pub spans: Vec<Span<'s>>,
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LineKind {
    /// A line of its own.
    Plain,
    /// An item of a list with dots.
    Bullet,
    /// An item of a list with numbers.
    Numbered(u32),
    /// What somebody else said.
    Quote,
}

/// A piece of a line that looks the same throughout.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Span<'s> {
    /// What it says.
    pub text: &'s str,
    /// How it looks.
    pub style: Style,
}

/// How a piece of text looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a sign of its own, and all go together")]
pub struct Style {
    /// `*bold*`
    pub bold: bool,
    /// `_italic_`
    pub italic: bool,
    /// `~struck out~`
    pub strike: bool,
    /// `` `code` ``
    pub code: bool,
    /// Between three backticks.
    pub mono: bool,
}

/// Around monospaced text.
const FENCE: &str = "```";

/// Reads a text, line by line.
pub fn lines(text: &str) -> Vec<Line<'_>> {
    let mut read = vec![Vec::new()];
    let mut rest = text;
    while let Some((before, inside, after)) = next_mono(rest) {
        split(before, false, &mut read);
        split(inside, true, &mut read);
        rest = after;
    }
    split(rest, false, &mut read);
    read.into_iter().map(line).collect()
}

/// A part of a line: as it is written, or monospaced.
type Part<'s> = (&'s str, bool);

/// What stands before, in and after the next monospaced text.
fn next_mono(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    loop {
        let open = from + text.get(from..)?.find(FENCE)?;
        let (before, rest) = (text.get(..open)?, text.get(open + FENCE.len()..)?);
        let close = rest.find(FENCE)?;
        let (inside, after) = (rest.get(..close)?, rest.get(close + FENCE.len()..)?);
        if !inside.trim().is_empty() {
            return Some((before, inside, after));
        }
        from = open + FENCE.len();
    }
}

fn split<'s>(text: &'s str, mono: bool, lines: &mut Vec<Vec<Part<'s>>>) {
    for (index, part) in text.split('\n').enumerate() {
        if index > 0 {
            lines.push(Vec::new());
        }
        if let Some(line) = lines.last_mut().filter(|_| !part.is_empty()) {
            line.push((part, mono));
        }
    }
}

fn line(mut parts: Vec<Part<'_>>) -> Line<'_> {
    let mut kind = LineKind::Plain;
    if let Some((text, false)) = parts.first_mut() {
        let (found, rest) = prefix(text);
        // A sign with nothing behind it is a sign.
        if !rest.trim().is_empty() || parts.len() > 1 {
            kind = found;
            if let Some((text, _)) = parts.first_mut() {
                *text = rest;
            }
        }
    }
    let marks = Marks::of(&parts);
    let mut spans = Vec::new();
    marks.read(0, marks.letters.len(), Style::default(), &mut spans);
    Line { kind, spans }
}

/// What the beginning of a line makes of it, and the rest.
fn prefix(text: &str) -> (LineKind, &str) {
    if let Some(rest) = text.strip_prefix("- ").or_else(|| text.strip_prefix("* ")) {
        return (LineKind::Bullet, rest);
    }
    if let Some(rest) = text.strip_prefix("> ") {
        return (LineKind::Quote, rest);
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let number = text.get(..digits).and_then(|digits| digits.parse().ok());
    match (number, text.get(digits..).and_then(|rest| rest.strip_prefix(". "))) {
        (Some(number), Some(rest)) => (LineKind::Numbered(number), rest),
        _ => (LineKind::Plain, text),
    }
}

/// The letters of a line, each monospaced part taken as one.
struct Marks<'p, 's> {
    parts: &'p [Part<'s>],
    letters: Vec<Letter>,
    /// Where code opens and closes.
    codes: BTreeMap<usize, usize>,
}

#[derive(Clone, Copy)]
struct Letter {
    sign: char,
    part: usize,
    /// In bytes of the part.
    at: usize,
}

/// Stands for a monospaced part: neither a space nor a letter of a word.
const MONO: char = '\u{fffc}';

impl<'p, 's> Marks<'p, 's> {
    fn of(parts: &'p [Part<'s>]) -> Self {
        let mut letters = Vec::new();
        for (part, (text, mono)) in parts.iter().enumerate() {
            if *mono {
                letters.push(Letter { sign: MONO, part, at: 0 });
            } else {
                letters.extend(text.char_indices().map(|(at, sign)| Letter { sign, part, at }));
            }
        }
        let mut marks = Self { parts, letters, codes: BTreeMap::new() };
        let (mut at, to) = (0, marks.letters.len());
        while at < to {
            if marks.letter(at) == Some('`') && marks.opens(at, to) {
                let Some(close) = marks.close(at, to, '`') else { break };
                marks.codes.insert(at, close);
                at = close;
            }
            at += 1;
        }
        marks
    }

    fn letter(&self, index: usize) -> Option<char> {
        self.letters.get(index).map(|letter| letter.sign)
    }

    /// Reads the letters from one to before another.
    fn read(&self, from: usize, to: usize, style: Style, spans: &mut Vec<Span<'s>>) {
        // Signs that close nowhere behind the place where that was seen.
        let mut hopeless = String::new();
        let (mut plain, mut at) = (from, from);
        while at < to {
            let sign = self.letter(at).unwrap_or_default();
            let code = self.codes.get(&at).copied();
            let inner = style.with(sign).filter(|_| !hopeless.contains(sign) && self.opens(at, to));
            let (close, inner) = match (code, inner) {
                (Some(close), _) => (Some(close), Style { code: true, ..style }),
                (None, Some(inner)) => (self.close(at, to, sign), inner),
                (None, None) => {
                    at += 1;
                    continue;
                }
            };
            let Some(close) = close else {
                hopeless.push(sign);
                at += 1;
                continue;
            };
            self.write(plain, at, style, spans);
            if inner.code {
                self.write(at + 1, close, inner, spans);
            } else {
                self.read(at + 1, close, inner, spans);
            }
            at = close + 1;
            plain = at;
        }
        self.write(plain, to, style, spans);
    }

    /// Whether a sign stands where a word could begin, with something other than itself behind it.
    fn opens(&self, at: usize, to: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.letter(before));
        let after = self.letter(at + 1).filter(|_| at + 1 < to);
        !before.is_some_and(char::is_alphanumeric)
            && after.is_some_and(|letter| !letter.is_whitespace() && Some(letter) != self.letter(at))
    }

    /// The next place where that sign closes, outside of code.
    fn close(&self, open: usize, to: usize, sign: char) -> Option<usize> {
        // What an opening sign has behind it is no space and not itself.
        let mut at = open + 1;
        while at < to {
            let before = at.checked_sub(1).and_then(|before| self.letter(before));
            let closes = !before.is_some_and(char::is_whitespace)
                && !self.letter(at + 1).is_some_and(char::is_alphanumeric);
            if self.letter(at) == Some(sign) && closes {
                return Some(at);
            }
            at = self.codes.get(&at).copied().unwrap_or(at) + 1;
        }
        None
    }

    /// The letters from one to before another, as they are.
    fn write(&self, from: usize, to: usize, style: Style, spans: &mut Vec<Span<'s>>) {
        let mut at = from;
        while at < to {
            let Some(first) = self.letters.get(at).copied() else { return };
            let Some((text, mono)) = self.parts.get(first.part).copied() else { return };
            let rest = self.letters.get(at..to).unwrap_or_default();
            let count = rest.iter().take_while(|letter| letter.part == first.part).count().max(1);
            let end = match self.letters.get(at + count) {
                Some(next) if next.part == first.part => next.at,
                _ => text.len(),
            };
            let style = Style { mono, ..style };
            spans.push(Span { text: text.get(first.at..end).unwrap_or_default(), style });
            at += count;
        }
    }
}

impl Style {
    /// The style between two of these signs; nothing when the letter is no sign, or one that is in use.
    fn with(self, sign: char) -> Option<Self> {
        match sign {
            '*' if !self.bold => Some(Self { bold: true, ..self }),
            '_' if !self.italic => Some(Self { italic: true, ..self }),
            '~' if !self.strike => Some(Self { strike: true, ..self }),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
