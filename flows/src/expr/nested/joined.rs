//! A concatenation taken apart and put together: `` `'Hi ' ${data.name}` ``.

use super::tree::Node;
use super::{inner, parse};
use crate::expr::binding;

/// One of the values side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Joined {
    /// A text, as people read it.
    Words(String),
    /// Anything else, as it is written.
    Code(String),
}

/// The values an expression (backticks included) joins to one text, in order. `None` when it does something
/// else: compares, counts, or cannot be read.
pub fn joined(source: &str) -> Option<Vec<Joined>> {
    let inner = inner(source)?;
    // Which screen it stands on makes no difference to its shape.
    let tree = super::parse(source, "ANY").ok()?;
    let words: Vec<&str> = match tree.nodes.last()? {
        Node::Text(text) => vec![text],
        Node::Joined(parts) => parts
            .iter()
            .filter_map(|part| match tree.nodes.get(*part) {
                Some(Node::Text(text)) => Some(text.as_str()),
                _ => None,
            })
            .collect(),
        _ => return None,
    };
    let parts = scan(inner)?;
    // Texts that are only compared or counted with stand outside of parentheses too; then the numbers differ.
    let found = parts.iter().filter_map(|part| match part {
        Joined::Words(text) => Some(text.as_str()),
        Joined::Code(_) => None,
    });
    found.eq(words).then_some(parts)
}

/// The expression that joins these, backticks included.
pub fn join(parts: &[Joined]) -> String {
    let written: Vec<String> = parts
        .iter()
        .map(|part| match part {
            Joined::Words(text) => super::print::quoted(text),
            Joined::Code(code) => code.clone(),
        })
        .collect();
    format!("`{}`", written.join(" "))
}

/// Quoted texts outside of parentheses, and what stands between them.
fn scan(inner: &str) -> Option<Vec<Joined>> {
    let mut parts = Vec::new();
    let (mut depth, mut since) = (0_usize, 0);
    let mut chars = inner.char_indices();
    while let Some((at, char)) = chars.next() {
        match char {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.checked_sub(1)?,
            '\'' | '"' => {
                let mut escaped = false;
                let (end, _) = chars.find(|(_, next)| {
                    let ends = !escaped && *next == char;
                    escaped = !escaped && *next == '\\';
                    ends
                })?;
                if depth == 0 {
                    code(inner.get(since..at)?, &mut parts);
                    parts.push(Joined::Words(parse::unescaped(inner.get(at + 1..end)?.chars())));
                    since = end + 1;
                }
            }
            _ => {}
        }
    }
    code(inner.get(since..)?, &mut parts);
    Some(parts)
}

/// Bindings side by side are values of their own; any other code stays in one piece.
fn code(source: &str, parts: &mut Vec<Joined>) {
    let source = source.trim();
    let bindings: Vec<&str> = binding::all(source).filter_map(|(place, _)| source.get(place)).collect();
    let only_bindings = source.split_whitespace().collect::<String>() == bindings.concat();
    if only_bindings {
        parts.extend(bindings.into_iter().map(|binding| Joined::Code(binding.to_owned())));
    } else {
        parts.push(Joined::Code(source.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(source: &str) -> Option<Vec<String>> {
        let shown = |part| match part {
            Joined::Words(text) => format!("'{text}'"),
            Joined::Code(code) => code,
        };
        joined(source).map(|parts| parts.into_iter().map(shown).collect())
    }

    #[test]
    fn a_concatenation_comes_apart() {
        for (source, parts) in [
            ("`'Hi ' ${data.name}`", vec!["'Hi '", "${data.name}"]),
            (
                "`\"On \" ${form.day} ' at '${form.time}`",
                vec!["'On '", "${form.day}", "' at '", "${form.time}"],
            ),
            ("`${data.a} ${data.b}`", vec!["${data.a}", "${data.b}"]),
            ("`'it\\'s'`", vec!["'it's'"]),
        ] {
            let parts = parts.into_iter().map(str::to_owned).collect();
            assert_eq!(shape(source), Some(parts), "{source}");
        }
    }

    #[test]
    fn what_compares_or_cannot_be_read_does_not() {
        for source in [
            "`${data.a} == 'x'`",
            "`'x' ${data.a} == 'b'`",
            "`${data.n} + 1`",
            "`'a' (${data.n} * 2)`",
            "`'a`",
            "'a'",
            "``",
            "`(`",
        ] {
            assert_eq!(shape(source), None, "{source}");
        }
    }

    #[test]
    fn put_together_it_reads_the_same_again() {
        for source in ["`'On ' ${form.day} ' at ' ${form.time}`", "`'a \\'b\\' \\\\c'`", "`${data.n} '%'`"] {
            assert_eq!(join(&joined(source).unwrap()), source);
        }
    }
}
