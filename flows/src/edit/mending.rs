//! What fixes need to know of edits: values that a new part would have, and where a button could lead.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::components::template;
use super::draft::only_screen;
use super::view::{ScreenNode, screen_ids, screen_of, screens, text_of};
use super::{Edit, names, routing};
use crate::check::Fix;
use crate::json::{Node, Pointer, Tree};

/// What a new component of the same type has for a member; names are free on the screen.
pub(crate) fn new_member(tree: &Tree, component: &Pointer, property: &str) -> Option<Value> {
    let node = tree.at(component)?;
    let value = template(&text_of(node, "type"))?.get(property)?.clone();
    if property != "name" {
        return Some(value);
    }
    let taken = screen_of(tree, component)?.fields().into_iter().map(|field| field.name).collect();
    Some(Value::from(names::field_name(value.as_str()?, &taken)))
}

/// `id` from the title, `title` from the id, or an empty layout.
pub(crate) fn new_screen_member(screen: Node<'_>, property: &str) -> Option<Value> {
    match property {
        "id" => Some(Value::from(names::screen_id(&text_of(screen, "title"), &screen_ids(screen.tree())))),
        "title" => Some(Value::from(title_from(&text_of(screen, "id")))),
        "layout" => Some(json!({"type": "SingleColumnLayout", "children": []})),
        _ => None,
    }
}

/// `ASK_SIZE` is Ask size.
pub(crate) fn title_from(id: &str) -> String {
    let words = id.replace('_', " ").to_lowercase();
    let words = words.trim();
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => "New screen".to_owned(),
    }
}

/// An option's `id` from its title or the other way round; ids are free in their list.
pub(crate) fn new_option_member(option: Node<'_>, property: &str) -> Value {
    if property == "title" {
        return Value::from(title_from(&text_of(option, "id")));
    }
    let title = text_of(option, "title").to_lowercase();
    let words: Vec<&str> =
        title.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let base = if words.is_empty() { "choice".to_owned() } else { words.join("_") };
    let list = option.parent().into_iter().flat_map(Node::items);
    let taken: BTreeSet<String> = list.map(|other| text_of(other, "id")).collect();
    Value::from(names::field_name(&base, &taken))
}

/// Where a Footer without a working action could lead: to the next screen, or to the end. Reads ids, ends and
/// routes only, so that a recheck need not look again when other words on the next screen change.
pub(crate) fn lead_on(tree: &Tree, footer: &Pointer) -> Vec<Fix> {
    let Some(screen) = screen_of(tree, footer) else { return Vec::new() };
    let from = screen.id();
    let mut fixes = Vec::new();
    let next = screens(tree).into_iter().find(|other| other.index > screen.index).map(ScreenNode::id);
    let usable = |next: &String| *next != from && !routing::has(tree, next, &from) && !screen.is_terminal();
    if let Some(next) = next.filter(usable) {
        let edit = Edit::ConnectScreens { from: from.clone(), to: next, via: Some(footer.clone()) };
        fixes.push(Fix { title: "Go on to the next screen".to_owned(), edits: vec![edit] });
    }
    let edit = Edit::SetTerminal { screen: from, terminal: true };
    fixes.push(Fix { title: "Send the answers here".to_owned(), edits: vec![edit] });
    fixes
}

/// An id like this one that Meta accepts, with numbers as words: `STEP_2` gives `STEP_TWO`.
pub(crate) fn valid_screen_id(tree: &Tree, id: &str) -> String {
    const DIGITS: [&str; 10] =
        ["ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE"];
    let mut words = String::new();
    for c in id.chars() {
        match c.to_digit(10).and_then(|digit| DIGITS.get(digit as usize)) {
            Some(word) => {
                words.push(' ');
                words.push_str(word);
                words.push(' ');
            }
            None => words.push(c),
        }
    }
    names::screen_id(&words, &screen_ids(tree))
}

/// Free names like this one, without end, for answers of a screen.
pub(crate) fn other_names(tree: &Tree, screen: &Pointer, name: &str) -> impl Iterator<Item = String> + use<> {
    let fields = screen_of(tree, screen).map(ScreenNode::fields).unwrap_or_default();
    let taken: BTreeSet<String> = fields.into_iter().map(|field| field.name).collect();
    let name = name.to_owned();
    (2_u32..).map(move |n| format!("{name}_{n}")).filter(move |new| !taken.contains(new))
}

/// Whether exactly one screen has this id, so that it can be renamed with its references.
pub(crate) fn is_only_screen(tree: &Tree, id: &str) -> bool {
    only_screen(tree, id).is_ok()
}

/// The first item a new component of this type has in a list.
pub(crate) fn new_item(component: Node<'_>, list: &str) -> Option<Value> {
    let items = template(&text_of(component, "type"))?.get(list)?.as_array()?.clone();
    let taken: BTreeSet<String> =
        component.get(list).into_iter().flat_map(Node::items).map(|item| text_of(item, "id")).collect();
    let free = |item: &&Value| item.get("id").and_then(Value::as_str).is_none_or(|id| !taken.contains(id));
    items.iter().find(free).cloned()
}
