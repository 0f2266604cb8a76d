//! Texts that Meta holds against a pattern of JavaScript's.

use std::iter::Peekable;
use std::str::Chars;

/// Whether JavaScript takes a text for a regular expression.
pub(super) fn is_regex(text: &str) -> bool {
    Reader { rest: text.chars().peekable(), groups: Vec::new() }.read().is_some()
}

/// A paragraph of a list of texts, by Meta's pattern `^(?!s*$).+`: it does not begin with the end of a line,
/// and is more than letters s.
pub(super) fn is_paragraph(text: &str) -> bool {
    let ends_line = |c: char| matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}');
    !text.starts_with(ends_line) && text.chars().any(|c| c != 's')
}

struct Reader<'t> {
    rest: Peekable<Chars<'t>>,
    /// Whether what an open bracket holds can be repeated once it is closed.
    groups: Vec<bool>,
}

impl Reader<'_> {
    /// `None` where JavaScript stops with an error.
    fn read(mut self) -> Option<()> {
        // Whether something stands before that can be repeated.
        let mut repeatable = false;
        while let Some(c) = self.rest.next() {
            repeatable = match c {
                '\\' => !matches!(self.rest.next()?, 'b' | 'B'),
                '[' => {
                    self.class()?;
                    true
                }
                '(' => {
                    let kind = self.group()?;
                    self.groups.push(kind);
                    false
                }
                ')' => self.groups.pop()?,
                '*' | '+' | '?' => self.quantifier(repeatable)?,
                '{' if self.braces()? => self.quantifier(repeatable)?,
                '|' | '^' | '$' => false,
                _ => true,
            };
        }
        self.groups.is_empty().then_some(())
    }

    /// A mark of repetition; a `?` behind makes it lazy. Nothing can be repeated twice.
    fn quantifier(&mut self, repeatable: bool) -> Option<bool> {
        self.rest.next_if_eq(&'?');
        repeatable.then_some(false)
    }

    /// `{2}`, `{2,}`, `{2,5}`; any other brace is a brace. `None` when the first number is the greater.
    fn braces(&mut self) -> Option<bool> {
        let mut ahead = self.rest.clone();
        let low = digits(&mut ahead);
        let high = ahead.next_if_eq(&',').map(|_| digits(&mut ahead));
        if low.is_empty() || ahead.next() != Some('}') {
            return Some(false);
        }
        self.rest = ahead;
        let above = high.is_some_and(|high| !high.is_empty() && is_above(&low, &high));
        (!above).then_some(true)
    }

    /// What stands behind an opening bracket: `?:`, `?=`, `?!`, `?<=`, `?<!`, `?<name>`, `?i:` or nothing.
    fn group(&mut self) -> Option<bool> {
        if self.rest.next_if_eq(&'?').is_none() {
            return Some(true);
        }
        match self.rest.next()? {
            ':' | '=' | '!' => Some(true),
            '<' => {
                if self.rest.next_if(|c| matches!(c, '=' | '!')).is_some() {
                    return Some(false);
                }
                let first = self.rest.next()?;
                let part = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
                if !part(first) || first.is_numeric() {
                    return None;
                }
                self.rest.find(|c| !part(*c)).filter(|end| *end == '>').map(|_| true)
            }
            c if "ims-".contains(c) => {
                self.rest.find(|c| !"ims-".contains(*c)).filter(|end| *end == ':').map(|_| true)
            }
            _ => None,
        }
    }

    /// Up to the closing bracket. `None` when there is none, or when a range begins behind its end.
    fn class(&mut self) -> Option<()> {
        self.rest.next_if_eq(&'^');
        loop {
            let Some(first) = self.class_atom()? else { return Some(()) };
            let mut ahead = self.rest.clone();
            if ahead.next() != Some('-') || ahead.peek() == Some(&']') {
                continue;
            }
            self.rest = ahead;
            let last = self.class_atom()??;
            if first.zip(last).is_some_and(|(first, last)| first > last) {
                return None;
            }
        }
    }

    /// One character of a class by its code; `Some(Some(None))` for a set of them like `\d`, and `Some(None)` at
    /// the end of the class.
    #[expect(clippy::option_option, reason = "the end of the text, the end of the class, and a set differ")]
    fn class_atom(&mut self) -> Option<Option<Option<u32>>> {
        let code = match self.rest.next()? {
            ']' => return Some(None),
            '\\' => match self.rest.next()? {
                'd' | 'D' | 'w' | 'W' | 's' | 'S' => return Some(Some(None)),
                'b' => 8,
                't' => 9,
                'n' => 10,
                'v' => 11,
                'f' => 12,
                'r' => 13,
                'x' => self.hexadecimal(2).unwrap_or('x'.into()),
                'u' => self.hexadecimal(4).unwrap_or('u'.into()),
                c => c.into(),
            },
            c => c.into(),
        };
        Some(Some(Some(code)))
    }

    fn hexadecimal(&mut self, length: usize) -> Option<u32> {
        let mut ahead = self.rest.clone();
        let mut code = 0;
        for _ in 0..length {
            code = code * 16 + ahead.next()?.to_digit(16)?;
        }
        self.rest = ahead;
        Some(code)
    }
}

fn digits(rest: &mut Peekable<Chars<'_>>) -> String {
    let mut found = String::new();
    while let Some(digit) = rest.next_if(char::is_ascii_digit) {
        found.push(digit);
    }
    found
}

/// Compares numbers of any length.
fn is_above(low: &str, high: &str) -> bool {
    let (low, high) = (low.trim_start_matches('0'), high.trim_start_matches('0'));
    (low.len(), low) > (high.len(), high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_javascript_takes_is_taken() {
        for text in [
            "",
            "a",
            "^[0-9]{4,6}$",
            "a{",
            "a{x}",
            "a{2",
            "{",
            "}",
            "]",
            "[]",
            "[^]",
            "[]a",
            "[a-]",
            "[-a]",
            "[\\d-z]",
            "(?:a|b)+?",
            "(?=a)*",
            "(?!a)b",
            "(?<=a)b",
            "(?<!a)b",
            "(?<year>[0-9])",
            "(?i:a)",
            "(?-s:a)",
            "a{2,5}?",
            "a{02,2}",
            "a{99999999999999999999}",
            "\\$",
            "[\\]]",
            "[(*]",
            "\\u00e4+",
            "[\\u0041-\\u005a]",
            "a|",
            "()*",
        ] {
            assert!(is_regex(text), "{text}");
        }
    }

    #[test]
    fn what_javascript_refuses_is_refused() {
        for text in [
            "(",
            ")",
            "(a",
            "a)",
            "[a",
            "[a\\]",
            "\\",
            "*",
            "+a",
            "?",
            "a**",
            "a+*",
            "a{2}{3}",
            "{2}",
            "^*",
            "$+",
            "\\b+",
            "|*",
            "(*a)",
            "(?a)",
            "(?<>a)",
            "(?<1>a)",
            "(?<a",
            "(?",
            "[z-a]",
            "[\\u005a-\\u0041]",
            "a{2,1}",
            "(?<=a)*",
            "(?i)a",
        ] {
            assert!(!is_regex(text), "{text}");
        }
    }

    #[test]
    fn a_paragraph_says_something() {
        for (text, is) in
            [("Hi", true), ("", false), ("sss", false), ("ssa", true), (" ", true), ("\nHi", false)]
        {
            assert_eq!(is_paragraph(text), is, "{text:?}");
        }
    }
}
