//! A text that a regular expression takes.

use regex_syntax::hir::{Class, Hir, HirKind};

use super::values::matches;

/// What reads well, before any other letter of a class.
const PLAIN: [char; 4] = ['a', 'A', '1', ' '];

/// No answer is longer, in bytes.
const MOST: usize = 4096;

/// A short text that a regular expression takes as a whole; none: it is no expression, or it is not found this way.
pub(crate) fn example(pattern: &str) -> Option<String> {
    let mut text = String::new();
    write(&regex_syntax::parse(pattern).ok()?, &mut text)?;
    (!text.trim().is_empty() && matches(text.trim(), pattern)).then_some(text)
}

/// Writes the least that an expression takes.
fn write(part: &Hir, text: &mut String) -> Option<()> {
    match part.kind() {
        HirKind::Empty | HirKind::Look(_) => (),
        HirKind::Literal(literal) => text.push_str(std::str::from_utf8(&literal.0).ok()?),
        HirKind::Class(Class::Unicode(class)) => {
            let has =
                |letter: &char| class.iter().any(|range| (range.start()..=range.end()).contains(letter));
            text.push(PLAIN.into_iter().find(has).or_else(|| Some(class.iter().next()?.start()))?);
        }
        HirKind::Class(Class::Bytes(_)) => return None,
        HirKind::Repetition(repeated) => {
            for _ in 0..repeated.min {
                write(&repeated.sub, text)?;
            }
        }
        HirKind::Capture(inner) => write(&inner.sub, text)?,
        HirKind::Concat(parts) => parts.iter().try_for_each(|part| write(part, text))?,
        HirKind::Alternation(parts) => write(parts.first()?, text)?,
    }
    (text.len() <= MOST).then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_question_asks_for_has_an_example() {
        for (pattern, text) in [
            ("[1-9]|1[0-4]", "1"),
            ("1[89]|[2-9][0-9]", "18"),
            ("#?[0-9]{3,8}", "111"),
            (r"(?i:Yes|No)", "YES"),
            (r"[^@\s]+@[^@\s]+\.[^@\s]+", "a@a.a"),
            (r"[\s\S]{2,100}", "aa"),
            (r"\bin (two|three)\b", "in two"),
        ] {
            assert_eq!(example(pattern).as_deref(), Some(text), "{pattern}");
        }
    }

    #[test]
    fn what_has_none_says_so_in_no_time() {
        for pattern in ["(unclosed", "a*", " ", r"a\bb", "((a{1000}){1000}){1000}"] {
            assert_eq!(example(pattern), None, "{pattern}");
        }
    }

    /// A limit that is too large would count for nothing: the window's form asks for no more letters than these.
    #[test]
    fn a_length_is_a_limit() {
        assert!(matches(&"x".repeat(500), r"[\s\S]{2,500}") && !matches(&"x".repeat(501), r"[\s\S]{2,500}"));
        assert!(!matches("1", r"[\s\S]{500,}"));
    }
}
