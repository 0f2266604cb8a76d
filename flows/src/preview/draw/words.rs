//! Text components.

use serde_json::Value;

use super::{ItemKind, Scene, TextStyle, shown};
use crate::facts::ComponentKind as K;
use crate::preview::bounds::shown_chars;
use crate::preview::markdown::{self, Dialect};
use crate::preview::scene::Object;
use crate::preview::text::{Block, Run};

/// The first letters of a text; `mark` follows when some are left out.
pub(super) fn cut(text: &str, chars: usize, mark: &str) -> String {
    match text.char_indices().nth(chars) {
        Some((end, _)) => format!("{}{mark}", text.get(..end).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}

/// The lines of a text or text array.
fn lines(scene: &Scene<'_>, component: &Object) -> Vec<String> {
    match component.get("text").map(|text| scene.worth(text)).as_deref() {
        Some(Value::Array(items)) => {
            items.iter().map(|item| shown(&scene.worth(item)).unwrap_or_default()).collect()
        }
        Some(text) => shown(text).into_iter().collect(),
        None => Vec::new(),
    }
}

fn limit(style: TextStyle) -> usize {
    let kind = match style {
        TextStyle::Heading => K::TextHeading,
        TextStyle::Subheading => K::TextSubheading,
        TextStyle::Body => K::TextBody,
        TextStyle::Caption => K::TextCaption,
    };
    shown_chars(kind, "text")
}

fn plain(text: &str, style: TextStyle, base: Run) -> ItemKind {
    let text = cut(text, limit(style), "…");
    let blocks = if text.is_empty() {
        Vec::new()
    } else {
        vec![Block::Paragraph { runs: vec![Run { text, ..base }] }]
    };
    ItemKind::Text { style, blocks }
}

/// A heading or subheading.
pub(super) fn text(scene: &Scene<'_>, component: &Object, style: TextStyle) -> ItemKind {
    plain(&lines(scene, component).join("\n"), style, Run::default())
}

/// A body or caption, with its weight and its Markdown.
pub(super) fn plain_or_markdown(scene: &Scene<'_>, component: &Object, style: TextStyle) -> ItemKind {
    let weight = scene.text(component, "font-weight").unwrap_or_default();
    let base = Run {
        bold: weight.starts_with("bold"),
        italic: weight.ends_with("italic"),
        strike: scene.flag(component, "strikethrough", false),
        ..Run::default()
    };
    let lines = lines(scene, component);
    if !scene.flag(component, "markdown", false) {
        return plain(&lines.join("\n"), style, base);
    }
    let dialect = if style == TextStyle::Caption { Dialect::Caption } else { Dialect::Body };
    let text = cut(&markdown::join_lines(&lines), limit(style), "…");
    ItemKind::Text { style, blocks: markdown::blocks(&text, dialect, &base) }
}

/// A rich text: Markdown always, and no backtick expressions.
pub(super) fn rich(scene: &Scene<'_>, component: &Object) -> ItemKind {
    let lines = match component.get("text") {
        Some(Value::String(text)) if crate::expr::nested::is_expression(text) => vec![text.clone()],
        _ => lines(scene, component),
    };
    ItemKind::RichText {
        blocks: markdown::blocks(&markdown::join_lines(&lines), Dialect::Rich, &Run::default()),
    }
}
