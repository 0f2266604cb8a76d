//! Variables in the texts of a template: `{{1}}` or `{{first_name}}`.

use std::ops::Range;

/// What stands between the braces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Name<'s> {
    /// A position from 1.
    Position(u32),
    /// A name of small letters, digits and underscores.
    Name(&'s str),
    /// Neither: Meta refuses it.
    Wrong(&'s str),
}

/// A variable in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variable<'s> {
    /// What it is called.
    pub name: Name<'s>,
    /// Where it stands, in bytes of the text, braces included.
    pub at: Range<usize>,
}

/// What was found in a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Variables<'s> {
    /// Its variables, in order.
    pub list: Vec<Variable<'s>>,
    /// Pairs of braces that open or close nothing, in bytes.
    pub loose: Vec<Range<usize>>,
}

impl Variables<'_> {
    /// Whether it has none, and no loose braces.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty() && self.loose.is_empty()
    }
}

/// Reads the variables of a text.
pub fn variables(text: &str) -> Variables<'_> {
    let mut found = Variables::default();
    let mut at = 0;
    while let Some((start, is_open)) = next_braces(text, at) {
        let inner = start + 2;
        if !is_open {
            found.loose.push(start..inner);
            at = inner;
            continue;
        }
        if let Some((end, false)) = next_braces(text, inner) {
            let name = text.get(inner..end).unwrap_or_default().trim();
            found.list.push(Variable { name: Name::of(name), at: start..end + 2 });
            at = end + 2;
        } else {
            found.loose.push(start..inner);
            at = inner;
        }
    }
    found
}

/// The next `{{` or `}}` from there, and whether it opens.
fn next_braces(text: &str, from: usize) -> Option<(usize, bool)> {
    let bytes = text.as_bytes();
    let mut at = from;
    while let Some(found) = memchr::memchr2(b'{', b'}', bytes.get(at..)?) {
        at += found;
        let brace = bytes.get(at)?;
        if bytes.get(at + 1) == Some(brace) {
            return Some((at, *brace == b'{'));
        }
        at += 1;
    }
    None
}

impl<'s> Name<'s> {
    fn of(name: &'s str) -> Self {
        let is_small = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if name.starts_with(|c: char| c.is_ascii_digit()) {
            match name.parse() {
                Ok(position) if position > 0 && !name.starts_with('0') => Self::Position(position),
                _ => Self::Wrong(name),
            }
        } else if !name.is_empty() && name.chars().all(is_small) {
            Self::Name(name)
        } else {
            Self::Wrong(name)
        }
    }
}

impl std::fmt::Display for Name<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Position(position) => write!(f, "{position}"),
            Self::Name(name) | Self::Wrong(name) => f.write_str(name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<Name<'_>> {
        variables(text).list.into_iter().map(|variable| variable.name).collect()
    }

    #[test]
    fn positions_and_names_are_told_apart() {
        assert_eq!(names("Hi {{1}}, {{ first_name }}!"), [Name::Position(1), Name::Name("first_name")]);
        assert_eq!(names("{{}} {{0}} {{01}} {{First}} {{a b}} {{$x}}").len(), 6);
        assert!(
            names("{{}} {{0}} {{01}} {{First}} {{a b}} {{$x}}").iter().all(|n| matches!(n, Name::Wrong(_)))
        );
    }

    #[test]
    fn braces_without_a_partner_are_loose() {
        let loose = |text| variables(text).loose.into_iter().map(|at| at.start).collect::<Vec<_>>();
        assert_eq!(loose("a {{1 b"), [2]);
        assert_eq!(loose("a 1}} b"), [3]);
        let nested = variables("{{a {{1}} }}");
        assert_eq!((nested.list.len(), loose("{{a {{1}} }}")), (1, vec![0, 10]));
        assert!(variables("{1} and }").is_empty());
    }
}
