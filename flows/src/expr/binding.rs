//! Bindings: `${data.key}`, `${form.field}`, `${screen.ID.data.key}`, `${screen.ID.form.field}`.
//!
//! Grammar as Meta's pattern from version 4.0 on (observed August 2026):
//! `${(screen.[a-zA-Z,_]*.)?(data|form)(.[\w-]+)+}`.

use std::ops::Range;

/// Where a referenced value lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Source {
    /// The screen's data model.
    Data,
    /// The screen's inputs.
    Form,
}

/// What a binding names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Reference<'s> {
    /// Id of the screen for a global reference; none: the own screen.
    pub screen: Option<&'s str>,
    /// Data model or inputs.
    pub source: Source,
    /// The keys, joined by dots; at least one.
    pub path: &'s str,
}

impl<'s> Reference<'s> {
    /// The keys of the path.
    pub fn keys(&self) -> impl Iterator<Item = &'s str> + use<'s> {
        self.path.split('.')
    }

    /// The first key: the name of the data or of the input.
    pub fn name(&self) -> &'s str {
        self.path.split('.').next().unwrap_or_default()
    }

    /// The reference that dotted text without `${` and `}` names.
    pub fn dotted(text: &'s str) -> Option<Self> {
        let (screen, rest) = match text.strip_prefix("screen.") {
            None => (None, text),
            Some(rest) => {
                let (id, rest) = rest.split_once('.')?;
                if !id.bytes().all(|b| b.is_ascii_alphabetic() || b == b',' || b == b'_') {
                    return None;
                }
                (Some(id), rest)
            }
        };
        let (source, path) = if let Some(path) = rest.strip_prefix("data.") {
            (Source::Data, path)
        } else {
            (Source::Form, rest.strip_prefix("form.")?)
        };
        let word = |key: &str| {
            !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
        };
        path.split('.').all(word).then_some(Self { screen, source, path })
    }
}

/// The reference when the whole text is one binding. Only then does a phone replace it.
pub fn whole(text: &str) -> Option<Reference<'_>> {
    Reference::dotted(text.strip_prefix("${")?.strip_suffix('}')?)
}

/// The reference when the text begins with a binding, as Meta's patterns (without an end anchor) see it.
pub fn prefix(text: &str) -> Option<Reference<'_>> {
    let inner = text.strip_prefix("${")?;
    // A brace that opens ends the search too: none stands in a binding.
    let (reference, _) =
        inner.split_at_checked(inner.find(['{', '}'])?).filter(|(_, end)| end.starts_with('}'))?;
    Reference::dotted(reference)
}

/// Whether the whole text is one binding by the pattern that Meta has for entries of a list: looser about the
/// keys, and with an end.
pub fn alone(text: &str) -> bool {
    let inner = text.strip_prefix("${").and_then(|rest| rest.strip_suffix('}'));
    inner.is_some_and(|inner| {
        let rest = match inner.strip_prefix("screen.").and_then(|rest| rest.split_once('.')) {
            Some((id, rest)) if id.bytes().all(|b| b.is_ascii_alphabetic() || b == b',' || b == b'_') => rest,
            _ => inner,
        };
        (rest.starts_with("data.") || rest.starts_with("form.")) && !rest.contains(['\n', '\r'])
    })
}

/// Every binding in a text, with its bytes, `${` and `}` included.
pub fn all(text: &str) -> impl Iterator<Item = (Range<usize>, Reference<'_>)> {
    text.match_indices("${").filter_map(|(start, _)| {
        let rest = text.get(start..)?;
        let reference = prefix(rest)?;
        Some((start..start + rest.find('}')? + 1, reference))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shape(text: &str) -> Option<(Option<&str>, Source, &str)> {
        whole(text).map(|r| (r.screen, r.source, r.path))
    }

    #[test]
    fn whole_bindings_are_read() {
        assert_eq!(shape("${data.a}"), Some((None, Source::Data, "a")));
        assert_eq!(shape("${form.first-name}"), Some((None, Source::Form, "first-name")));
        assert_eq!(shape("${data.a.b.0}"), Some((None, Source::Data, "a.b.0")));
        assert_eq!(shape("${screen.ASK_SIZE.form.size}"), Some((Some("ASK_SIZE"), Source::Form, "size")));
    }

    #[test]
    fn everything_else_is_plain_text() {
        for text in [
            "",
            "data.a",
            "${data}",
            "${data.}",
            "${data.a",
            "${data.a} ",
            " ${data.a}",
            "${data.a b}",
            "${data.a..b}",
            "${Data.a}",
            "${screen.A1.data.x}",
            "${screen.A.x}",
            "${foo.a}",
        ] {
            assert_eq!(shape(text), None, "{text}");
        }
    }

    #[test]
    fn bindings_inside_a_text_are_found_with_their_place() {
        let text = "`'Hi ' ${data.name} ${x} ${screen.A.form.b}`";
        let found: Vec<_> = all(text).map(|(at, r)| (&text[at], r.path)).collect();
        assert_eq!(found, [("${data.name}", "name"), ("${screen.A.form.b}", "b")]);
    }

    proptest! {
        #[test]
        fn no_text_panics(text in ".{0,60}") {
            let _ = (whole(&text), prefix(&text), all(&text).count());
        }

        #[test]
        fn a_whole_binding_is_its_own_only_occurrence(path in "[a-z_-]{1,5}(\\.[a-z0-9]{1,4}){0,3}") {
            let text = format!("${{data.{path}}}");
            let found: Vec<_> = all(&text).collect();
            prop_assert_eq!(whole(&text), Some(found[0].1));
            prop_assert_eq!(found[0].0.clone(), 0..text.len());
        }
    }
}
