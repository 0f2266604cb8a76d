//! The file's own way of writing JSON, so that what is added looks like what is there.

use serde_json::Value;

use super::node::{Kind, Node};
use super::parse::Tree;

/// How one container's content is written.
#[derive(Debug, Clone)]
pub(super) struct Style<'t> {
    /// What ends a line in this file.
    newline: &'static str,
    /// One step of indentation.
    unit: &'t str,
    /// Between a member's name and its value.
    colon: &'t str,
    /// Between things on one line.
    pub(super) comma: &'static str,
    /// White space before each child on a line of its own; `None` when all stands on one line.
    pub(super) indent: Option<String>,
}

impl<'t> Style<'t> {
    /// How the content of this container is written, or would be if it had any.
    pub(super) fn of(container: Node<'t>) -> Self {
        let tree = container.tree();
        let (colon, comma) = spacing(container);
        let mut style = Self { newline: newline(tree), unit: unit(tree), colon, comma, indent: None };
        style.indent = match container.items_inside().next() {
            Some(first) => {
                let before = between(tree, container.span().start + 1, first.span().start);
                before.rfind('\n').and_then(|at| before.get(at + 1..)).map(str::to_owned)
            }
            None if one_line(container) => None,
            None => Some(format!("{}{}", line_indent(container), style.unit)),
        };
        style
    }

    /// Text of a new child. Objects and arrays take one line when `inline`, or when the container does.
    pub(super) fn child(&self, value: &Value, inline: bool) -> String {
        let mut out = String::new();
        match &self.indent {
            Some(indent) if !inline => self.write(&mut out, value, Some(indent)),
            _ => self.write(&mut out, value, None),
        }
        out
    }

    /// Text of a new member.
    pub(super) fn member(&self, key: &str, value: &Value, inline: bool) -> String {
        format!("{}{}{}", quote(key), self.colon, self.child(value, inline))
    }

    /// What stands between two children.
    pub(super) fn separator(&self) -> String {
        match &self.indent {
            Some(indent) => format!(",{}{indent}", self.newline),
            None => self.comma.to_owned(),
        }
    }

    /// Content of a container that was empty, brackets not included.
    pub(super) fn only_content(&self, children: &str, container: Node<'_>) -> String {
        match &self.indent {
            Some(indent) => {
                format!("{0}{indent}{children}{0}{1}", self.newline, line_indent(container))
            }
            None => children.to_owned(),
        }
    }

    fn write(&self, out: &mut String, value: &Value, indent: Option<&str>) {
        let inner = indent.map(|indent| format!("{indent}{}", self.unit));
        match value {
            Value::Object(map) if !map.is_empty() => {
                out.push('{');
                for (i, (key, value)) in map.iter().enumerate() {
                    self.before(out, i, inner.as_deref());
                    out.push_str(&quote(key));
                    out.push_str(self.colon);
                    self.write(out, value, inner.as_deref());
                }
                self.after(out, indent);
                out.push('}');
            }
            Value::Array(items) if !items.is_empty() => {
                out.push('[');
                for (i, value) in items.iter().enumerate() {
                    self.before(out, i, inner.as_deref());
                    self.write(out, value, inner.as_deref());
                }
                self.after(out, indent);
                out.push(']');
            }
            scalar => out.push_str(&scalar.to_string()),
        }
    }

    fn before(&self, out: &mut String, index: usize, indent: Option<&str>) {
        match indent {
            Some(indent) => {
                out.push_str(if index > 0 { "," } else { "" });
                out.push_str(self.newline);
                out.push_str(indent);
            }
            None if index > 0 => out.push_str(self.comma),
            None => {}
        }
    }

    fn after(&self, out: &mut String, indent: Option<&str>) {
        if let Some(indent) = indent {
            out.push_str(self.newline);
            out.push_str(indent);
        }
    }
}

/// A string as JSON text.
pub(super) fn quote(text: &str) -> String {
    Value::from(text).to_string()
}

/// White space at the start of the line a value begins on.
pub(super) fn line_indent(node: Node<'_>) -> &str {
    let before = between(node.tree(), 0, node.span().start);
    let line = before.rfind('\n').map_or(before, |at| before.get(at + 1..).unwrap_or_default());
    let end = line.find(|c| c != ' ' && c != '\t').unwrap_or(line.len());
    line.get(..end).unwrap_or_default()
}

/// Moves a value's lines (all but the first) from one indentation to another.
pub(super) fn reindent(raw: &str, from: &str, to: &str) -> String {
    if from == to { raw.to_owned() } else { raw.replace(&format!("\n{from}"), &format!("\n{to}")) }
}

/// Whether new objects and arrays beside `siblings` should take one line, as those there do.
pub(super) fn siblings_inline<'t>(siblings: impl Iterator<Item = Node<'t>>) -> bool {
    let mut any = false;
    for node in siblings.filter(|n| n.is_container() && n.items_inside().next().is_some()) {
        if node.raw().contains('\n') {
            return false;
        }
        any = true;
    }
    any
}

pub(super) fn between(tree: &Tree, start: u32, end: u32) -> &str {
    tree.text().get(start as usize..end as usize).unwrap_or_default()
}

/// An empty container is filled on one line when the one around it is written on one line.
fn one_line(container: Node<'_>) -> bool {
    match container.parent() {
        Some(parent) => !parent.raw().contains('\n'),
        None => !container.tree().text().trim_end().contains('\n') && container.tree().text().len() > 2,
    }
}

fn newline(tree: &Tree) -> &'static str {
    match tree.text().find('\n') {
        Some(at) if at > 0 && tree.text().as_bytes().get(at - 1) == Some(&b'\r') => "\r\n",
        _ => "\n",
    }
}

/// The first child of the root tells; two spaces when it stands on the root's own line.
fn unit(tree: &Tree) -> &str {
    let root = tree.root();
    let first = root.items_inside().next();
    let own_line = first.filter(|f| between(tree, root.span().start, f.span().start).contains('\n'));
    own_line.map(line_indent).filter(|indent| !indent.is_empty()).unwrap_or("  ")
}

/// Spacing round colons and after commas: from this container when it shows it, else from the root.
fn spacing(container: Node<'_>) -> (&str, &'static str) {
    let tree = container.tree();
    let colon = [container, tree.root()]
        .into_iter()
        .filter_map(|node| node.members().next())
        .map(|member| between(tree, member.name.span().end, member.value.span().start))
        .find(|colon| !colon.contains('\n'))
        .unwrap_or(": ");
    let second = container.items_inside().filter(|_| container.kind() == Kind::Array).nth(1);
    let comma = match second {
        Some(second) => {
            let first_end = container.items_inside().next().map_or(0, |n| n.span().end);
            if between(tree, first_end, second.span().start) == "," { "," } else { ", " }
        }
        None if colon == ":" => ",",
        None => ", ",
    };
    (colon, comma)
}
