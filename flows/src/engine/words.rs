//! What people write, as far as it is the same whoever writes it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::adviser::fold::folded_words;
use crate::facts;

/// How far the words of a message and of a question have to be the same, in thousandths. Ours: twice the words that
/// both have, against the words of both.
const FAQ_FITS: usize = 500;

/// Letters from which on one wrong letter is forgiven, and from which on two. Ours: of three letters, one makes
/// another word.
const FORGIVES_ONE: usize = 4;
const FORGIVES_TWO: usize = 8;

/// Words without regard to upper and lower case, accents, punctuation and spaces.
pub(super) fn fold(text: &str) -> String {
    folded_words(text)
}

/// Whether two texts are the same so.
pub(super) fn same(left: &str, right: &str) -> bool {
    fold(left) == fold(right)
}

/// Whether two folded texts are the same but for typing errors.
pub(super) fn alike(written: &str, meant: &str) -> bool {
    if written == meant {
        return true;
    }
    let letters = meant.chars().count();
    let forgiven = forgiven(letters);
    if forgiven == 0 {
        return false;
    }
    // A long message is no typing error of a word, and comparing grows with both
    written.chars().count().abs_diff(letters) <= forgiven && strsim::osa_distance(written, meant) <= forgiven
}

/// How many typing errors are forgiven of a text of so many letters.
fn forgiven(letters: usize) -> usize {
    match letters {
        FORGIVES_TWO.. => 2,
        FORGIVES_ONE.. => 1,
        _ => 0,
    }
}

/// Whether a text that is the same as this one but for typing errors may fit a question. True of some that do not: each word of the
/// question is looked for by its letters alone.
pub(super) fn may_fit(meant: &str, question: &str) -> bool {
    let (meant, question) = (fold(meant), fold(question));
    let letters = meant.chars().count();
    let errors = forgiven(letters);
    question.split(' ').filter(|word| !word.is_empty()).any(|word| {
        let wanted = word.chars().count();
        let also = forgiven(wanted);
        // Of one longer word it is only a part if an error is the space beside it
        let part = !meant.contains(' ') && wanted + also + errors < letters;
        let mut left: Vec<char> = meant.chars().collect();
        let found = word.chars().filter(|letter| {
            let at = left.iter().position(|other| other == letter);
            at.map(|at| left.swap_remove(at)).is_some()
        });
        found.count() + errors.saturating_sub(usize::from(part)) + also >= wanted && (!part || errors > 0)
    })
}

/// Whether somebody wants no more marketing messages.
pub(super) fn opts_out(text: &str) -> bool {
    static WORDS: LazyLock<BTreeSet<String>> = LazyLock::new(|| folded(&facts::spoken().opt_out));
    is_one(&WORDS, text)
}

/// Yes or no; none: neither.
pub(crate) fn yes_or_no(text: &str) -> Option<bool> {
    static YES: LazyLock<BTreeSet<String>> = LazyLock::new(|| folded(&facts::spoken().yes));
    static NO: LazyLock<BTreeSet<String>> = LazyLock::new(|| folded(&facts::spoken().no));
    if is_one(&YES, text) { Some(true) } else { is_one(&NO, text).then_some(false) }
}

fn folded(words: &BTreeMap<String, Vec<String>>) -> BTreeSet<String> {
    words.values().flatten().map(|word| fold(word)).collect()
}

fn is_one(words: &BTreeSet<String>, text: &str) -> bool {
    /// No such word is longer, and a long message need not be folded.
    const LONGEST: usize = 200;
    text.len() <= LONGEST && words.contains(&fold(text))
}

/// How well a message fits a question, in thousandths; none: not well enough.
pub(super) fn fits_question(message: &str, question: &str) -> Option<usize> {
    let (message, question) = (fold(message), fold(question));
    let mut left: Vec<&str> = message.split(' ').filter(|word| !word.is_empty()).collect();
    let asked: Vec<&str> = question.split(' ').filter(|word| !word.is_empty()).collect();
    let all = left.len() + asked.len();
    let mut common = 0_usize;
    for word in &asked {
        if let Some(at) = left.iter().position(|said| alike(said, word)) {
            left.swap_remove(at);
            common += 1;
        }
    }
    let score = (2 * common * 1000).checked_div(all)?;
    (score >= FAQ_FITS).then_some(score)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_errors_are_forgiven_by_length() {
        for (written, meant, is) in [
            ("hi", "hi", true),
            ("ho", "hi", false),
            ("yse", "yes", false),
            ("oder", "order", true),
            ("ordre", "order", true),
            ("odre", "order", false),
            ("apointmnt", "appointment", true),
            ("apointmt", "appointment", false),
        ] {
            assert_eq!(alike(written, meant), is, "{written} {meant}");
        }
    }

    #[test]
    fn folding_keeps_what_has_no_letters() {
        assert_eq!(fold("  ¡Hólá,   QUÉ tal!  "), "hola que tal");
        assert_eq!(fold(" 👍 "), "👍");
        assert_eq!(fold("बंद करें!"), fold("बंद  करें"));
        assert_eq!(fold(""), "");
    }

    #[test]
    fn opting_out_is_the_whole_message() {
        for yes in ["STOP", "Stop.", "no más mensajes", "SAIR", "रोकें", "berhenti", "إيقاف"]
        {
            assert!(opts_out(yes), "{yes}");
        }
        for no in ["please don't stop", "", "cancel", "bus stop"] {
            assert!(!opts_out(no), "{no}");
        }
    }
}
