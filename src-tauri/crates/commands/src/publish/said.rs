//! Meta's validation errors as findings at their places, marked as Meta's word.

use cloud::models::{ErrorPointer, ValidationError};
use flows::check::{Diagnostic, Place, Severity};
use flows::json::{LineColumn, Node, Pointer, Span, Step, Tree};

use crate::account::Side;

/// The rule such findings stand under: no rule of ours found them.
pub(super) const META_SAYS: &str = "meta-says";

/// Longest headline, in characters.
const HEADLINE: usize = 80;

/// One finding for each error.
pub(super) fn findings(text: &str, errors: &[ValidationError], side: &Side) -> Vec<Diagnostic> {
    let tree = Tree::parse(text);
    errors.iter().map(|error| finding(&tree, error, side)).collect()
}

fn finding(tree: &Tree, error: &ValidationError, side: &Side) -> Diagnostic {
    let mut places: Vec<Place> = error.pointers.iter().map(|pointer| place(tree, pointer)).collect();
    if places.is_empty() {
        let whole = ErrorPointer {
            line_start: error.line_start,
            line_end: error.line_end,
            column_start: error.column_start,
            column_end: error.column_end,
            path: String::new(),
        };
        places.push(place(tree, &whole));
    }
    Diagnostic {
        rule: META_SAYS.to_owned(),
        meta_code: Some(error.error.clone()),
        severity: Severity::Blocked,
        place: places.remove(0),
        more_places: places,
        headline: headline(&error.message),
        why: format!("{} said this when the Flow was published.", side.name()),
        message: error.message.clone(),
        fixes: Vec::new(),
    }
}

/// Where an error stands: by its path when our text has it, otherwise by lines and columns.
fn place(tree: &Tree, error: &ErrorPointer) -> Place {
    let by_path = Pointer::from_meta(&error.path)
        .filter(|_| !error.path.is_empty())
        .and_then(|pointer| tree.at(&pointer));
    let span = span(tree, error).or_else(|| Some(by_path?.span())).unwrap_or_else(|| tree.root().span());
    let node = by_path.unwrap_or_else(|| tree.at_offset(span.start));
    Place {
        pointer: node.pointer(),
        path: error.path.clone(),
        span,
        lines: tree.lines().span(span),
        screen: screen(tree, node),
    }
}

fn span(tree: &Tree, error: &ErrorPointer) -> Option<Span> {
    let at = |line, column| tree.lines().offset(LineColumn { line, column });
    let start = at(error.line_start, error.column_start)?;
    let end = at(error.line_end, error.column_end)?;
    let length = u32::try_from(tree.text().len()).ok()?;
    (start < end && end <= length).then(|| Span::new(start, end))
}

fn screen(tree: &Tree, node: Node<'_>) -> Option<String> {
    let steps = node.steps();
    let [Step::Key(screens), Step::Index(index), ..] = steps.as_slice() else { return None };
    (screens == "screens").then_some(())?;
    let id = tree.root().get("screens")?.item(*index)?.get("id")?.as_str()?;
    Some(id.into_owned())
}

fn headline(message: &str) -> String {
    let line = message.lines().next().unwrap_or_default();
    if line.chars().count() <= HEADLINE {
        return line.to_owned();
    }
    let mut cut: String = line.chars().take(HEADLINE - 1).collect();
    cut.push('…');
    cut
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "{\n  \"screens\": [\n    {\"id\": \"A\", \"layout\": {\"children\": [{\"type\": \"Foo\"}]}}\n  ]\n}";

    fn error(path: &str, columns: (u32, u32)) -> ValidationError {
        let pointer = ErrorPointer {
            line_start: 3,
            line_end: 3,
            column_start: columns.0,
            column_end: columns.1,
            path: path.to_owned(),
        };
        ValidationError {
            error: "INVALID_PROPERTY_VALUE".to_owned(),
            message: "Invalid value.".to_owned(),
            pointers: vec![pointer],
            ..ValidationError::default()
        }
    }

    #[test]
    fn an_error_stands_at_its_path_and_columns() {
        let found = findings(TEXT, &[error("screens[0].layout.children[0].type", (50, 55))], &Side::Practice);
        let place = &found[0].place;
        assert_eq!(place.pointer.0, "/screens/0/layout/children/0/type");
        assert_eq!((place.span.of(TEXT), place.screen.as_deref()), ("\"Foo\"", Some("A")));
        assert_eq!(
            (found[0].rule.as_str(), found[0].meta_code.as_deref()),
            (META_SAYS, Some("INVALID_PROPERTY_VALUE"))
        );
    }

    #[test]
    fn a_place_our_text_does_not_have_is_found_by_what_fits() {
        let by_path = findings(TEXT, &[error("screens[0].layout", (0, 0))], &Side::Practice);
        assert_eq!(by_path[0].place.pointer.0, "/screens/0/layout");
        let by_columns = findings(TEXT, &[error("no.such[0].path", (50, 55))], &Side::Practice);
        assert_eq!(by_columns[0].place.span.of(TEXT), "\"Foo\"");
        let nowhere = findings(TEXT, &[error("no.such[0].path", (900, 901))], &Side::Practice);
        assert_eq!(nowhere[0].place.pointer, Pointer::root());
        let without = findings(TEXT, &[ValidationError::default()], &Side::Practice);
        assert_eq!(without[0].place.pointer, Pointer::root());
        assert_eq!(findings("", &[error("screens[0]", (1, 2))], &Side::Practice).len(), 1);
    }
}
