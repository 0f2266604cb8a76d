//! The smallest changes of text for a change of the document.
//!
//! Every function gives edits sorted by place that do not overlap; everything outside their spans stays
//! byte for byte. New text follows the file's own indentation, line ends and one-line objects.

use std::ops::Range;

use serde_json::{Map, Value};

use super::format::{self, Style};
use super::node::{Kind, Node};
use super::{Span, Tree};

/// One stretch of text replaced by another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextEdit {
    /// Bytes replaced; empty for an insertion.
    pub span: Span,
    /// What stands there after.
    pub text: String,
}

/// Why a change does not fit the document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// A member was asked for where no object is.
    #[error("there is no object at this place")]
    NotAnObject,
    /// An item was asked for where no array is.
    #[error("there is no list at this place")]
    NotAnArray,
    /// The object has no such member.
    #[error("there is no property '{0}' at this place")]
    NoMember(String),
    /// The object already has a member of the new name.
    #[error("there is already a property '{0}' at this place")]
    MemberExists(String),
    /// The array is shorter.
    #[error("the list has no place {0}")]
    NoItem(usize),
    /// An item cannot be moved into itself.
    #[error("a part cannot be moved into itself")]
    IntoItself,
}

/// Result of every function here.
pub type Edits = Result<Vec<TextEdit>, EditError>;

/// Applies edits (sorted, not overlapping) to a text.
pub fn apply_edits(text: &str, edits: &[TextEdit]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for edit in edits {
        out.push_str(text.get(done..edit.span.start as usize).unwrap_or_default());
        out.push_str(&edit.text);
        done = edit.span.end as usize;
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}

/// Sets the member `key`: replaces its value, or adds it at the end. Of double members the last is set.
pub fn set_member(object: Node<'_>, key: &str, value: &Value) -> Edits {
    if object.kind() != Kind::Object {
        return Err(EditError::NotAnObject);
    }
    match object.get(key) {
        Some(node) => Ok(replace_value(node, value)),
        None => Ok(vec![add_members(object, &[(key, value)])]),
    }
}

/// Adds a member at a place among the others. Fails when there is one of that name.
pub fn insert_member(object: Node<'_>, index: usize, key: &str, value: &Value) -> Edits {
    if object.kind() != Kind::Object {
        return Err(EditError::NotAnObject);
    }
    if object.get(key).is_some() {
        return Err(EditError::MemberExists(key.to_owned()));
    }
    let slots = slots(object);
    if index > slots.len() {
        return Err(EditError::NoItem(index));
    }
    let inline = format::siblings_inline(object.members().map(|m| m.value));
    Ok(vec![insert(object, &slots, index, &[Style::of(object).member(key, value, inline)])])
}

/// Removes the member `key`, all of them when it is there several times.
pub fn remove_member(object: Node<'_>, key: &str) -> Edits {
    if object.kind() != Kind::Object {
        return Err(EditError::NotAnObject);
    }
    let gone: Vec<usize> =
        object.members().enumerate().filter(|(_, m)| m.name.is_str(key)).map(|(i, _)| i).collect();
    if gone.is_empty() { Err(EditError::NoMember(key.to_owned())) } else { Ok(remove(object, &gone)) }
}

/// Renames the member `key` in its place.
pub fn rename_member(object: Node<'_>, key: &str, to: &str) -> Edits {
    if object.kind() != Kind::Object {
        return Err(EditError::NotAnObject);
    }
    if object.get(key).is_none() {
        return Err(EditError::NoMember(key.to_owned()));
    }
    if key == to {
        return Ok(Vec::new());
    }
    if object.get(to).is_some() {
        return Err(EditError::MemberExists(to.to_owned()));
    }
    let named = object.members().filter(|m| m.name.is_str(key));
    Ok(named.map(|m| TextEdit { span: m.name.span(), text: format::quote(to) }).collect())
}

/// Replaces a value. What both values share is not touched: of a nested object with one other member,
/// only that member's value changes.
pub fn replace_value(node: Node<'_>, value: &Value) -> Vec<TextEdit> {
    let mut edits = Vec::new();
    difference(node, value, &mut edits);
    edits.sort_by_key(|edit: &TextEdit| edit.span);
    edits
}

/// Inserts an item so that it stands at `index`; the array's length appends.
pub fn insert_item(array: Node<'_>, index: usize, value: &Value) -> Edits {
    insert_items(array, index, std::slice::from_ref(value))
}

/// Inserts items so that the first stands at `index`.
pub fn insert_items(array: Node<'_>, index: usize, values: &[Value]) -> Edits {
    if array.kind() != Kind::Array {
        return Err(EditError::NotAnArray);
    }
    let slots = slots(array);
    if index > slots.len() {
        return Err(EditError::NoItem(index));
    }
    if values.is_empty() {
        return Ok(Vec::new());
    }
    let style = Style::of(array);
    let inline = format::siblings_inline(array.items());
    let texts: Vec<String> = values.iter().map(|value| style.child(value, inline)).collect();
    Ok(vec![insert(array, &slots, index, &texts)])
}

/// Removes items of one array.
pub fn remove_items(array: Node<'_>, indices: &[usize]) -> Edits {
    if array.kind() != Kind::Array {
        return Err(EditError::NotAnArray);
    }
    let length = array.items().count();
    if let Some(index) = indices.iter().find(|index| **index >= length) {
        return Err(EditError::NoItem(*index));
    }
    let mut indices = indices.to_vec();
    indices.sort_unstable();
    indices.dedup();
    Ok(remove(array, &indices))
}

/// Moves the item at `from` of one array into `to` (the same or another one), so that it stands at
/// `index` once it has been taken out. Its text is kept but for the indentation.
pub fn move_item(array: Node<'_>, from: usize, to: Node<'_>, index: usize) -> Edits {
    if array.kind() != Kind::Array || to.kind() != Kind::Array {
        return Err(EditError::NotAnArray);
    }
    let item = array.item(from).ok_or(EditError::NoItem(from))?;
    let (item_span, to_span) = (item.span(), to.span());
    if item_span.start <= to_span.start && to_span.end <= item_span.end {
        return Err(EditError::IntoItself);
    }
    let same = array.id() == to.id();
    if same && index == from {
        return Ok(Vec::new());
    }
    let index = if same && index > from { index + 1 } else { index };
    let slots = slots(to);
    if index > slots.len() {
        return Err(EditError::NoItem(index));
    }
    let style = Style::of(to);
    let indent = style.indent.clone().unwrap_or_else(|| format::line_indent(to).to_owned());
    let text = format::reindent(item.raw(), format::line_indent(item), &indent);
    let mut edits = remove(array, &[from]);
    edits.push(insert(to, &slots, index, &[text]));
    edits.sort_by_key(|edit| edit.span);
    Ok(edits)
}

/// Text of a value that stands by itself, indented with two spaces.
pub fn to_text(value: &Value) -> String {
    let tree = Tree::parse("[\n  0\n]");
    let style = Style::of(tree.root());
    format::reindent(&style.child(value, false), "  ", "")
}

/// Spans of a container's children; a member counts from its name to the end of its value.
fn slots(container: Node<'_>) -> Vec<Span> {
    if container.kind() == Kind::Object {
        container.members().map(|m| Span::new(m.name.span().start, m.value.span().end)).collect()
    } else {
        container.items().map(Node::span).collect()
    }
}

/// What lies between a container's brackets.
fn inside(container: Node<'_>) -> Span {
    let span = container.span();
    Span::new(span.start + 1, span.end.saturating_sub(1))
}

fn insert(container: Node<'_>, slots: &[Span], index: usize, texts: &[String]) -> TextEdit {
    let style = Style::of(container);
    let Some(last) = slots.last() else {
        let text = style.only_content(&texts.join(&style.separator()), container);
        return TextEdit { span: inside(container), text };
    };
    // Two neighbours show how this container separates its children.
    let pair = index.clamp(1, (slots.len() - 1).max(1));
    let separator = match (slots.get(pair - 1), slots.get(pair)) {
        (Some(left), Some(right)) => format::between(container.tree(), left.end, right.start).to_owned(),
        _ => style.separator(),
    };
    let joined = texts.join(&separator);
    match slots.get(index) {
        Some(next) => {
            TextEdit { span: Span::new(next.start, next.start), text: format!("{joined}{separator}") }
        }
        None => TextEdit { span: Span::new(last.end, last.end), text: format!("{separator}{joined}") },
    }
}

fn add_members(object: Node<'_>, members: &[(&str, &Value)]) -> TextEdit {
    let style = Style::of(object);
    let inline = format::siblings_inline(object.members().map(|m| m.value));
    let texts: Vec<String> = members.iter().map(|(key, value)| style.member(key, value, inline)).collect();
    let slots = slots(object);
    insert(object, &slots, slots.len(), &texts)
}

/// Removes children by their places (sorted, without doubles), runs of neighbours in one go.
fn remove(container: Node<'_>, gone: &[usize]) -> Vec<TextEdit> {
    let slots = slots(container);
    let cut = |span: Span| TextEdit { span, text: String::new() };
    if gone.len() >= slots.len() {
        return vec![cut(inside(container))];
    }
    runs(gone)
        .into_iter()
        .filter_map(|run| match slots.get(run.end) {
            Some(next) => Some(cut(Span::new(slots.get(run.start)?.start, next.start))),
            None => Some(cut(Span::new(slots.get(run.start.checked_sub(1)?)?.end, slots.last()?.end))),
        })
        .collect()
}

fn runs(sorted: &[usize]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for index in sorted {
        match runs.last_mut() {
            Some(run) if run.end == *index => run.end += 1,
            _ => runs.push(*index..index + 1),
        }
    }
    runs
}

fn difference(node: Node<'_>, value: &Value, edits: &mut Vec<TextEdit>) {
    if node.to_value() == *value && !has_doubles(node) {
        return;
    }
    let handled = match value {
        Value::Object(map) if node.kind() == Kind::Object => object_difference(node, map, edits),
        Value::Array(items) if node.kind() == Kind::Array => array_difference(node, items, edits),
        _ => false,
    };
    if !handled {
        edits.push(TextEdit { span: node.span(), text: replacement(node, value) });
    }
}

/// False when replacing the whole is simpler.
fn object_difference(node: Node<'_>, map: &Map<String, Value>, edits: &mut Vec<TextEdit>) -> bool {
    if has_doubles(node) {
        return false;
    }
    let members: Vec<_> = node.members().collect();
    let gone: Vec<usize> = members
        .iter()
        .enumerate()
        .filter(|(_, member)| !map.contains_key(member.key().as_ref()))
        .map(|(index, _)| index)
        .collect();
    let added: Vec<(&str, &Value)> = map
        .iter()
        .filter(|(key, _)| !members.iter().any(|member| member.name.is_str(key)))
        .map(|(key, value)| (key.as_str(), value))
        .collect();
    if !gone.is_empty() && !added.is_empty() {
        return false;
    }
    for member in &members {
        if let Some(value) = map.get(member.key().as_ref()) {
            difference(member.value, value, edits);
        }
    }
    if !gone.is_empty() {
        edits.extend(remove(node, &gone));
    }
    if !added.is_empty() {
        edits.push(add_members(node, &added));
    }
    true
}

fn array_difference(node: Node<'_>, items: &[Value], edits: &mut Vec<TextEdit>) -> bool {
    let old: Vec<_> = node.items().collect();
    let same = |(node, value): &(&Node<'_>, &Value)| node.to_value() == **value;
    let head = old.iter().zip(items).take_while(same).count();
    let most = old.len().min(items.len()) - head;
    let tail = old.iter().rev().zip(items.iter().rev()).take(most).take_while(same).count();
    let old_middle = head..old.len() - tail;
    let new_middle = head..items.len() - tail;
    let shared = old_middle.len().min(new_middle.len());
    for (node, value) in old.iter().zip(items).skip(head).take(shared) {
        difference(*node, value, edits);
    }
    if old_middle.len() > shared {
        let gone: Vec<usize> = (head + shared..old_middle.end).collect();
        edits.extend(remove(node, &gone));
    } else if let Some(more) = items.get(head + shared..new_middle.end)
        && let Ok(inserted) = insert_items(node, head + shared, more)
    {
        edits.extend(inserted);
    }
    true
}

fn has_doubles(node: Node<'_>) -> bool {
    let mut seen = std::collections::HashSet::new();
    node.members().any(|member| !seen.insert(member.key()))
}

/// A whole new value in the manner of the old one and its neighbours.
fn replacement(node: Node<'_>, value: &Value) -> String {
    let Some(parent) = node.parent() else { return to_text(value) };
    let mut style = Style::of(parent);
    if style.indent.is_some() {
        style.indent = Some(format::line_indent(node).to_owned());
    }
    let filled = node.is_container() && node.items_inside().next().is_some();
    let inline = if filled {
        !node.raw().contains('\n')
    } else if parent.kind() == Kind::Object {
        format::siblings_inline(parent.members().map(|m| m.value))
    } else {
        format::siblings_inline(parent.items())
    };
    style.child(value, inline)
}
