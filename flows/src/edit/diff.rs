//! Replaced stretches of a text as one sorted list, however many steps made them.

use serde::{Deserialize, Serialize};

use crate::json::{Span, TextEdit};

/// One stretch of the text before, and what stands there after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextDiff {
    /// Byte offset in the text before.
    pub at: u32,
    /// What stood there.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub removed: String,
    /// What stands there after.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub inserted: String,
}

impl TextDiff {
    /// Bytes of the text before that it replaces.
    pub fn span(&self) -> Span {
        Span::new(self.at, self.at + length(&self.removed))
    }

    /// Bytes the text grows by.
    pub(super) fn grown(&self) -> i64 {
        i64::from(length(&self.inserted)) - i64::from(length(&self.removed))
    }

    /// The same as an edit of the text before.
    pub fn to_edit(&self) -> TextEdit {
        TextEdit { span: self.span(), text: self.inserted.clone() }
    }
}

/// Bytes of a text. Flows are far below 4 GiB; a longer text would be cut to that.
fn length(text: &str) -> u32 {
    u32::try_from(text.len()).unwrap_or(u32::MAX)
}

/// Sorted, not overlapping stretches. Later steps are composed into it, so that it always leads from the
/// first text to the last one.
#[derive(Debug, Clone, Default)]
pub(super) struct Diff(Vec<TextDiff>);

impl Diff {
    /// Starts from a finished list.
    pub(super) fn from_list(list: Vec<TextDiff>) -> Self {
        Self(list)
    }

    /// Adds one replacement whose offset counts in the text as it is after all that was added before.
    pub(super) fn push(&mut self, at: u32, removed: &str, inserted: &str) {
        let end = at + length(removed);
        let mut shift: i64 = 0;
        let mut first = 0;
        for piece in &self.0 {
            if after_end(piece, shift) >= i64::from(at) {
                break;
            }
            shift += piece.grown();
            first += 1;
        }
        let mut merge = Merge::new(at, removed, shift);
        let mut last = first;
        while let Some(piece) = self.0.get(last) {
            let start = i64::from(piece.at) + shift;
            if start > i64::from(end) {
                break;
            }
            merge.take(piece, start);
            shift += piece.grown();
            last += 1;
        }
        self.0.splice(first..last, [merge.finish(inserted)]);
    }

    /// The list, without what stayed the same at the ends of each stretch.
    pub(super) fn finish(self) -> Vec<TextDiff> {
        self.0.iter().map(trimmed).filter(|d| d.removed != d.inserted).collect()
    }
}

fn after_end(piece: &TextDiff, shift: i64) -> i64 {
    i64::from(piece.at) + shift + i64::from(length(&piece.inserted))
}

/// A new replacement while it swallows the pieces it touches.
struct Merge<'a> {
    /// Where it starts in the text as it is.
    at: i64,
    /// What it replaces there.
    replaced: &'a str,
    /// How far the text has moved before it.
    shift: i64,
    /// Where the merged piece starts in the first text; unknown until a piece reaches further left.
    start: Option<u32>,
    /// Up to where `replaced` is accounted for.
    done: i64,
    /// What stood in the first text.
    removed: String,
    /// Kept from the first and the last piece.
    prefix: String,
    suffix: String,
}

impl<'a> Merge<'a> {
    fn new(at: u32, replaced: &'a str, shift: i64) -> Self {
        let at = i64::from(at);
        Self {
            at,
            replaced,
            shift,
            start: None,
            done: at,
            removed: String::new(),
            prefix: String::new(),
            suffix: String::new(),
        }
    }

    fn end(&self) -> i64 {
        self.at + i64::from(length(self.replaced))
    }

    /// Text of the first version between two places, which the replacement covers.
    fn untouched(&self, from: i64, to: i64) -> &'a str {
        let offset = |place: i64| usize::try_from(place - self.at).unwrap_or(0);
        self.replaced.get(offset(from)..offset(to)).unwrap_or_default()
    }

    fn take(&mut self, piece: &TextDiff, start: i64) {
        let end = start + i64::from(length(&piece.inserted));
        if start < self.at {
            self.start = Some(piece.at);
            let kept = usize::try_from(self.at - start).unwrap_or(0);
            self.prefix.push_str(piece.inserted.get(..kept).unwrap_or_default());
        } else if self.done < start {
            let gap = self.untouched(self.done, start);
            self.removed.push_str(gap);
        }
        self.removed.push_str(&piece.removed);
        self.done = self.done.max(end.min(self.end()));
        if end > self.end() {
            let kept = usize::try_from(self.end() - start).unwrap_or(0);
            piece.inserted.get(kept..).unwrap_or_default().clone_into(&mut self.suffix);
        }
    }

    fn finish(mut self, inserted: &str) -> TextDiff {
        let rest = self.untouched(self.done, self.end());
        self.removed.push_str(rest);
        let at = self.start.unwrap_or_else(|| u32::try_from(self.at - self.shift).unwrap_or(0));
        TextDiff { at, removed: self.removed, inserted: format!("{}{inserted}{}", self.prefix, self.suffix) }
    }
}

/// Without the characters both sides start and end with.
fn trimmed(diff: &TextDiff) -> TextDiff {
    let common = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
        pairs.take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
    };
    let head = common(&mut diff.removed.chars().zip(diff.inserted.chars()));
    let rest = |text: &'_ str| text.get(head..).unwrap_or_default().to_owned();
    let (removed, inserted) = (rest(&diff.removed), rest(&diff.inserted));
    let tail = common(&mut removed.chars().rev().zip(inserted.chars().rev()));
    let cut = |text: String| text.get(..text.len() - tail).unwrap_or_default().to_owned();
    TextDiff {
        at: diff.at + u32::try_from(head).unwrap_or(0),
        removed: cut(removed),
        inserted: cut(inserted),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::json::apply_edits;

    /// Cuts at character boundaries near the wished places.
    fn stretch(text: &str, start: usize, length: usize) -> (usize, usize) {
        let near =
            |place: usize| (0..=place.min(text.len())).rev().find(|p| text.is_char_boundary(*p)).unwrap();
        let start = near(start % (text.len() + 1));
        (start, near((start + length).min(text.len())).max(start))
    }

    proptest! {
        #[test]
        fn composed_steps_lead_from_the_first_text_to_the_last(
            first in "[abcß€😀]{0,20}",
            steps in prop::collection::vec((0usize..60, 0usize..6, "[xyzß]{0,4}"), 0..12),
        ) {
            let mut diff = Diff::default();
            let mut text = first.clone();
            for (start, length, new) in steps {
                let (start, end) = stretch(&text, start, length);
                let removed = text[start..end].to_owned();
                diff.push(u32::try_from(start).unwrap(), &removed, &new);
                text.replace_range(start..end, &new);
            }
            let list = diff.finish();
            for piece in &list {
                prop_assert_eq!(piece.span().of(&first), piece.removed.as_str());
            }
            let edits: Vec<_> = list.iter().map(TextDiff::to_edit).collect();
            prop_assert!(edits.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
            prop_assert_eq!(apply_edits(&first, &edits), text);
        }
    }
}
