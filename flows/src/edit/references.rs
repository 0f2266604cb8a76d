//! Bindings to be rewritten: `${form.x}`, `${data.x}`, `${screen.ID.form.x}`, `${screen.ID.data.x}`.
//!
//! Wider than Meta's pattern in `expr`: a binding to a screen whose id Meta refuses (`SCREEN_1`) follows too
//! when that id is mended.

use std::ops::Range;

use super::view::{ScreenNode, screens};
use crate::expr::Source;
use crate::json::{Kind, Node, Span, TextEdit, Tree};

/// One binding in a string. Ranges are bytes of that string.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reference<'a> {
    /// Id of the screen, for a global binding.
    pub(crate) screen: Option<&'a str>,
    pub(crate) source: Source,
    /// First name after `form` or `data`.
    pub(crate) name: &'a str,
    /// All of it, `${` and `}` included.
    pub(crate) whole: Range<usize>,
    screen_range: Range<usize>,
    name_range: Range<usize>,
}

/// Every binding in a string, in order.
pub(crate) fn references(text: &str) -> Vec<Reference<'_>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(open) = text.get(from..).and_then(|rest| rest.find("${")).map(|at| from + at) {
        from = open + 2;
        // A brace that opens ends the search too: none stands in a binding.
        let Some(length) = text.get(from..).and_then(|rest| rest.find(['{', '}'])) else { break };
        if !text.get(from + length..).is_some_and(|rest| rest.starts_with('}')) {
            continue;
        }
        if let Some(reference) = parse(text, open, from + length) {
            from = reference.whole.end;
            found.push(reference);
        }
    }
    found
}

fn parse(text: &str, open: usize, close: usize) -> Option<Reference<'_>> {
    let mut at = open + 2;
    let mut rest = text.get(at..close)?;
    let mut screen_range = at..at;
    let mut screen = None;
    if let Some(after) = rest.strip_prefix("screen.") {
        let (id, tail) = after.split_once('.')?;
        screen_range = at + 7..at + 7 + id.len();
        screen = Some(id);
        at = screen_range.end + 1;
        rest = tail;
    }
    let (kind, tail) = rest.split_once('.')?;
    let source = match kind {
        "form" => Source::Form,
        "data" => Source::Data,
        _ => return None,
    };
    let name = tail.split('.').next()?;
    let start = at + kind.len() + 1;
    let name_range = start..start + name.len();
    (!name.is_empty()).then_some(Reference {
        screen,
        source,
        name,
        whole: open..close + 1,
        screen_range,
        name_range,
    })
}

impl Reference<'_> {
    /// Whether it reads an answer of this screen, written on the screen `here`.
    pub(crate) fn is_field(&self, here: &str, screen: &str, name: &str) -> bool {
        self.source == Source::Form && self.name == name && self.screen.unwrap_or(here) == screen
    }

    /// Whether it reads a value that this screen is given, written on the screen `here`.
    pub(crate) fn is_data(&self, here: &str, screen: &str, name: &str) -> bool {
        self.source == Source::Data && self.name == name && self.screen.unwrap_or(here) == screen
    }

    /// Puts another screen id into it.
    pub(crate) fn with_screen(&self, id: &str) -> Option<(Range<usize>, String)> {
        self.screen.map(|_| (self.screen_range.clone(), id.to_owned()))
    }

    /// The same source read from this screen (`None`: the one it stands on) under this name. What follows
    /// the name stays.
    pub(crate) fn reading(&self, screen: Option<&str>, name: &str) -> (Range<usize>, String) {
        let source = match self.source {
            Source::Form => "form",
            Source::Data => "data",
        };
        let scope = screen.map(|id| format!("screen.{id}.")).unwrap_or_default();
        (self.whole.start..self.name_range.end, format!("${{{scope}{source}.{name}"))
    }

    /// Puts another name into it.
    pub(crate) fn with_name(&self, name: &str) -> (Range<usize>, String) {
        (self.name_range.clone(), name.to_owned())
    }
}

/// A rewriting of one binding: bytes of the string it stands in, and what comes there.
pub(crate) type Rewrite = Option<(Range<usize>, String)>;

/// Edits that rewrite bindings of a screen's strings. `rewrite` gives what changes in one binding.
pub(crate) fn rewrite_screen(
    screen: ScreenNode<'_>,
    rewrite: &dyn Fn(&Reference<'_>) -> Rewrite,
) -> Vec<TextEdit> {
    let mut edits = Vec::new();
    rewrite_node(screen.node, rewrite, &mut edits);
    edits
}

/// Edits that rewrite bindings on all screens. `rewrite` is also told the id of the screen it is on.
pub(crate) fn rewrite_all(tree: &Tree, rewrite: &dyn Fn(&str, &Reference<'_>) -> Rewrite) -> Vec<TextEdit> {
    let on_screen = |screen: ScreenNode<'_>| {
        let id = screen.id();
        rewrite_screen(screen, &|reference| rewrite(&id, reference))
    };
    screens(tree).into_iter().flat_map(on_screen).collect()
}

/// Bindings are plain letters, so the text as it stands in the file is searched: escapes around them stay.
fn rewrite_node(node: Node<'_>, rewrite: &dyn Fn(&Reference<'_>) -> Rewrite, edits: &mut Vec<TextEdit>) {
    match node.kind() {
        Kind::String => {
            let raw = node.raw();
            if !raw.contains("${") {
                return;
            }
            let start = node.span().start;
            for (range, text) in references(raw).iter().filter_map(rewrite) {
                let offset = |at: usize| start + u32::try_from(at).unwrap_or(0);
                edits.push(TextEdit { span: Span::new(offset(range.start), offset(range.end)), text });
            }
        }
        Kind::Object => node.members().for_each(|member| rewrite_node(member.value, rewrite, edits)),
        Kind::Array => node.items().for_each(|item| rewrite_node(item, rewrite, edits)),
        _ => {}
    }
}

/// Whether a value holds a binding that fits, at any depth.
pub(crate) fn mentions(node: Node<'_>, fits: &dyn Fn(&Reference<'_>) -> bool) -> bool {
    match node.kind() {
        Kind::String => node.raw().contains("${") && references(node.raw()).iter().any(fits),
        Kind::Object => node.members().any(|member| mentions(member.value, fits)),
        Kind::Array => node.items().any(|item| mentions(item, fits)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_binding_is_found() {
        let text = "`'Hi ' ${form.name} ${screen.A_B.form.size.id} ${data.x-y} ${other} ${form.} ${`";
        let found: Vec<_> = references(text).into_iter().map(|r| (r.screen, r.source, r.name)).collect();
        assert_eq!(
            found,
            [(None, Source::Form, "name"), (Some("A_B"), Source::Form, "size"), (None, Source::Data, "x-y"),]
        );
    }

    #[test]
    fn a_binding_inside_a_broken_one_is_found() {
        let found: Vec<_> = references("${ ${form.x}").into_iter().map(|r| r.name.to_owned()).collect();
        assert_eq!(found, ["x"]);
    }
}
