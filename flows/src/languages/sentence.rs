//! A text as its translator has it, and back as it stands in the Flow.

use crate::expr::nested::Joined;
use crate::expr::{binding, nested};

/// A text of the Flow: words, with pieces between them that no translation changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sentence {
    /// What a translator reads: words, and pieces as they are shown.
    pub(super) text: String,
    /// The pieces, in order.
    pub(super) pieces: Vec<Piece>,
    kind: Kind,
}

/// Something between the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// As a translator sees it.
    pub(super) shown: String,
    /// As it stands in the Flow.
    source: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Plain,
    /// Backticks: words are quoted, pieces stand between them.
    Expression,
}

impl Sentence {
    /// Reads a value. `None` when there is nothing to translate: it is blank, a binding, or an expression that
    /// does not join words.
    pub(super) fn read(source: &str, has_expressions: bool) -> Option<Self> {
        if binding::whole(source).is_some() || source.trim().is_empty() {
            return None;
        }
        if has_expressions && nested::is_expression(source) {
            Self::expression(source)
        } else {
            Some(Self::plain(source))
        }
    }

    fn expression(source: &str) -> Option<Self> {
        let (mut text, mut pieces) = (String::new(), Vec::new());
        let mut has_words = false;
        for part in nested::joined(source)? {
            match part {
                Joined::Words(words) => {
                    has_words |= !words.trim().is_empty();
                    text.push_str(&words);
                }
                Joined::Code(code) => {
                    text.push_str(&code);
                    pieces.push(Piece { shown: code.clone(), source: code });
                }
            }
        }
        has_words.then_some(Self { text, pieces, kind: Kind::Expression })
    }

    /// Bindings in plain text are shown as they are written; a picture within the text is named, for its data
    /// would fill pages.
    fn plain(source: &str) -> Self {
        let mut places: Vec<(std::ops::Range<usize>, bool)> =
            binding::all(source).map(|(place, _)| (place, false)).collect();
        for (start, _) in source.match_indices("](data:") {
            let start = start + 2;
            let end = source
                .get(start..)
                .and_then(|rest| rest.find([')', ' ', '"']))
                .map_or(source.len(), |n| start + n);
            places.push((start..end, true));
        }
        places.sort_by_key(|(place, _)| place.start);
        let (mut text, mut pieces, mut done) = (String::new(), Vec::<Piece>::new(), 0);
        for (place, is_picture) in places {
            let (Some(words), Some(piece)) = (source.get(done..place.start), source.get(place.clone()))
            else {
                continue;
            };
            let number = pieces.iter().filter(|piece| piece.source.starts_with("data:")).count() + 1;
            let shown = if is_picture { format!("picture:{number}") } else { piece.to_owned() };
            text.push_str(words);
            text.push_str(&shown);
            pieces.push(Piece { shown, source: piece.to_owned() });
            done = place.end;
        }
        text.push_str(source.get(done..).unwrap_or_default());
        Self { text, pieces, kind: Kind::Plain }
    }

    /// The value with other words.
    pub(super) fn write(&self, translation: &str) -> String {
        let parts = self.apart(translation);
        match self.kind {
            Kind::Plain => parts
                .into_iter()
                .map(|part| match part {
                    Joined::Words(text) | Joined::Code(text) => text,
                })
                .collect(),
            Kind::Expression => nested::join(&parts),
        }
    }

    /// The words of the same value in another language: its text, when it has the same pieces.
    pub(super) fn words_of(&self, other: &Self) -> Option<String> {
        let sorted = |sentence: &Self| {
            let mut shown: Vec<String> = sentence.pieces.iter().map(|piece| piece.shown.clone()).collect();
            shown.sort();
            shown
        };
        (self.kind == other.kind && sorted(self) == sorted(other)).then(|| other.text.clone())
    }

    /// Whether there are letters in its words.
    pub(super) fn has_letters(&self) -> bool {
        let words = self.apart(&self.text);
        words.iter().any(|part| matches!(part, Joined::Words(text) if text.chars().any(char::is_alphabetic)))
    }

    /// Words and pieces of a translation.
    fn apart(&self, translation: &str) -> Vec<Joined> {
        let mut parts = Vec::new();
        let mut rest = translation;
        loop {
            // The first piece; of two that begin there the longer one.
            let next = self
                .pieces
                .iter()
                .filter_map(|piece| rest.find(&piece.shown).map(|at| (at, piece)))
                .min_by_key(|(at, piece)| (*at, std::cmp::Reverse(piece.shown.len())));
            let Some((at, piece)) = next else { break };
            let (words, after) = rest.split_at(at);
            if !words.is_empty() {
                parts.push(Joined::Words(words.to_owned()));
            }
            parts.push(Joined::Code(piece.source.clone()));
            rest = after.get(piece.shown.len()..).unwrap_or_default();
        }
        if !rest.is_empty() {
            parts.push(Joined::Words(rest.to_owned()));
        }
        parts
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_change_and_pieces_stay() {
        for (source, text, translation, written) in [
            ("Continue", "Continue", "Seguir", "Seguir"),
            (
                "`'On ' ${screen.TIME.form.day}`",
                "On ${screen.TIME.form.day}",
                "El ${screen.TIME.form.day} te esperamos",
                "`'El ' ${screen.TIME.form.day} ' te esperamos'`",
            ),
            ("`'it''s'`", "its", "l'eau", "`'l\\'eau'`"),
            (
                "See ![a cat](data:image/png;base64,AAAA)",
                "See ![a cat](picture:1)",
                "Mira ![un gato](picture:1)",
                "Mira ![un gato](data:image/png;base64,AAAA)",
            ),
        ] {
            let sentence = Sentence::read(source, true).unwrap();
            assert_eq!(sentence.text, text);
            assert_eq!(sentence.write(translation), written);
        }
    }

    #[test]
    fn nothing_to_translate() {
        for source in ["", "  ", "${data.a}", "`${data.a}`", "`${data.a} ' ' ${data.b}`", "`${data.n} > 3`"] {
            assert_eq!(Sentence::read(source, true), None, "{source}");
        }
    }

    #[test]
    fn before_expressions_backticks_are_letters() {
        assert_eq!(Sentence::read("`'Hi ' ${data.a}`", false).unwrap().text, "`'Hi ' ${data.a}`");
    }

    proptest! {
        #[test]
        fn the_same_words_mean_the_same(words in prop::collection::vec("[a-z '\\\\\"é]{1,6}", 1..4)) {
            let parts: Vec<Joined> = words
                .iter()
                .flat_map(|text| [Joined::Words(text.clone()), Joined::Code("${data.a}".to_owned())])
                .collect();
            let source = nested::join(&parts);
            let Some(sentence) = Sentence::read(&source, true) else { return Ok(()) };
            prop_assert_eq!(sentence.write(&sentence.text), source);
        }
    }
}
