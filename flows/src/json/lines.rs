//! Bytes, lines and columns, UTF-16 units: the same place counted three ways.

use memchr::memchr_iter;

use super::syntax::to_u32;
use super::{Span, TextEdit};
use crate::check::LineSpan;

/// A place as people count it: both from 1, the column in UTF-16 code units as Meta counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1. Lines end at `\n`.
    pub line: u32,
    /// Column, from 1.
    pub column: u32,
}

/// Converts between byte offsets, lines and columns, and UTF-16 offsets in logarithmic time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LineIndex {
    /// Byte offset of the first byte of every line but the first.
    starts: Vec<u32>,
    /// Every character that is not ASCII. Empty for most texts.
    wide: Vec<Wide>,
}

/// A character of several bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Wide {
    /// Byte offset after it.
    end: u32,
    /// By how much bytes have run ahead of UTF-16 units up to there.
    ahead: u32,
    /// It takes two units.
    pair: bool,
}

/// So many bytes are looked at together.
const STRETCH: usize = 64;

impl LineIndex {
    /// Reads the text once.
    pub fn new(text: &str) -> Self {
        let mut index = Self::default();
        index.scan(text, 0, 0);
        index
    }

    fn scan(&mut self, text: &str, offset: u32, mut ahead: u32) {
        let bytes = text.as_bytes();
        self.starts.extend(memchr_iter(b'\n', bytes).map(|at| offset + to_u32(at) + 1));
        // Most stretches of a text are plain.
        for (stretch, bytes) in bytes.chunks(STRETCH).enumerate().filter(|(_, bytes)| !bytes.is_ascii()) {
            for (at, first) in bytes.iter().enumerate() {
                // The first byte of a character tells how long it is.
                let (long, units) = match first {
                    0xC0..0xE0 => (2, 1),
                    0xE0..0xF0 => (3, 1),
                    0xF0.. => (4, 2),
                    _ => continue,
                };
                ahead += long - units;
                let end = offset + to_u32(stretch * STRETCH + at) + long;
                self.wide.push(Wide { end, ahead, pair: units == 2 });
            }
        }
    }

    /// UTF-16 offset of a byte offset.
    pub fn utf16(&self, byte: u32) -> u32 {
        let seen = self.wide.partition_point(|w| w.end <= byte);
        byte.saturating_sub(self.ahead(seen))
    }

    /// Byte offset of a UTF-16 offset. An offset inside a surrogate pair gives the character's start.
    pub fn byte(&self, utf16: u32) -> u32 {
        let seen = self.wide.partition_point(|w| w.end - w.ahead <= utf16);
        let byte = utf16 + self.ahead(seen);
        match self.wide.get(seen) {
            Some(next) if next.pair && byte + 3 == next.end => next.end - 4,
            _ => byte,
        }
    }

    /// By how much bytes run ahead of units after the first `seen` wide characters.
    fn ahead(&self, seen: usize) -> u32 {
        seen.checked_sub(1).and_then(|i| self.wide.get(i)).map_or(0, |w| w.ahead)
    }

    /// Line and column of a byte offset.
    pub fn place(&self, byte: u32) -> LineColumn {
        let line = self.starts.partition_point(|start| *start <= byte);
        let start = line.checked_sub(1).and_then(|i| self.starts.get(i)).copied().unwrap_or(0);
        LineColumn { line: to_u32(line) + 1, column: self.utf16(byte) - self.utf16(start) + 1 }
    }

    /// Byte offset of a line and column; `None` when there is no such line. A column past the end of its
    /// line runs on into the next.
    pub fn offset(&self, place: LineColumn) -> Option<u32> {
        let line = place.line.checked_sub(1)?;
        let start = match line.checked_sub(1) {
            None => 0,
            Some(i) => *self.starts.get(i as usize)?,
        };
        Some(self.byte(self.utf16(start) + place.column.checked_sub(1)?))
    }

    /// Lines and columns of a span.
    pub fn span(&self, span: Span) -> LineSpan {
        let start = self.place(span.start);
        let end = self.place(span.end);
        LineSpan {
            line_start: start.line,
            column_start: start.column,
            line_end: end.line,
            column_end: end.column,
        }
    }

    /// Follows an edit without reading the whole text again.
    pub(super) fn follow(&mut self, edit: &TextEdit) {
        let Span { start, end } = edit.span;
        let length = to_u32(edit.text.len());
        let kept_lines = self.starts.partition_point(|s| *s <= start);
        let tail_lines = self.starts.partition_point(|s| *s <= end);
        let kept_wide = self.wide.partition_point(|w| w.end <= start);
        let tail_wide = self.wide.partition_point(|w| w.end <= end);
        let ahead = self.ahead(kept_wide);
        let ahead_removed = self.ahead(tail_wide);
        let mut fresh = Self::default();
        fresh.scan(&edit.text, start, ahead);
        let ahead_added = fresh.wide.last().map_or(ahead, |w| w.ahead);
        for s in self.starts.iter_mut().skip(tail_lines) {
            *s = *s - end + start + length;
        }
        for w in self.wide.iter_mut().skip(tail_wide) {
            w.end = w.end - end + start + length;
            w.ahead = w.ahead - ahead_removed + ahead_added;
        }
        self.starts.splice(kept_lines..tail_lines, fresh.starts);
        self.wide.splice(kept_wide..tail_wide, fresh.wide);
    }
}
