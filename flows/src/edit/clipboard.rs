//! Copying parts and screens as text, and pasting them anywhere: here, in another Flow, in another window.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::components;
use super::document::Document;
use super::draft::{Draft, only_screen};
use super::error::EditError;
use super::screens::insert_copies;
use super::view::{screen_ids, screens};
use super::{Position, items, routing};
use crate::journey::is_journey;
use crate::json::{Node, Pointer, Tree, edits};

/// Marks text that Waymark copied, and says how it is written.
const MARK: &str = "waymark";
const FORMAT: u32 = 1;

/// The text that copying puts on the clipboard: JSON that people can read too. Screens win over parts. Empty
/// when nothing of it is there.
pub fn copy(document: &Document, items: &[Pointer], screens: &[String]) -> String {
    let tree = document.tree();
    if is_journey(tree.root()) {
        return copy_steps(document, screens);
    }
    let found: Vec<_> = screens.iter().filter_map(|id| only_screen(tree, id).ok().map(|s| (id, s))).collect();
    let content = if found.is_empty() {
        let parts: Vec<Value> = items.iter().filter_map(|at| tree.at(at)).map(Node::to_value).collect();
        if parts.is_empty() {
            return String::new();
        }
        json!({MARK: FORMAT, "parts": parts})
    } else {
        let values: Vec<Value> = found.iter().map(|(_, screen)| screen.node.to_value()).collect();
        let places =
            found.iter().filter_map(|(id, _)| Some(((*id).clone(), *document.positions().get(*id)?)));
        let positions: BTreeMap<String, Position> = places.collect();
        let routes: Vec<_> =
            routing::routes(tree).into_iter().filter(|(from, _)| screens.contains(from)).collect();
        json!({MARK: FORMAT, "screens": values, "positions": positions, "routes": routes})
    };
    edits::to_text(&content)
}

/// Steps with the values they name.
fn copy_steps(document: &Document, steps: &[String]) -> String {
    let copied = super::steps::copied(document.tree(), steps);
    if copied.is_empty() {
        return String::new();
    }
    let places = steps.iter().filter_map(|id| Some((id.clone(), *document.positions().get(id)?)));
    let positions: BTreeMap<String, Position> = places.collect();
    let data = super::steps::values_of(document.tree(), &copied);
    edits::to_text(&json!({MARK: FORMAT, "steps": copied, "positions": positions, "data": data}))
}

/// What a clipboard holds.
#[derive(Default)]
struct Copied {
    screens: Vec<Value>,
    steps: Vec<Value>,
    data: serde_json::Map<String, Value>,
    parts: Vec<Value>,
    positions: BTreeMap<String, Position>,
    routes: Vec<(String, String)>,
}

/// Reads what `copy` wrote, and plain Flow JSON: a whole Flow, a screen, a component, a list of either.
fn read(text: &str) -> Result<Copied, EditError> {
    let tree = Tree::parse(text);
    if tree.error().is_some() {
        return Err(EditError::NothingToPaste);
    }
    let value = tree.root().to_value();
    let mut copied = Copied::default();
    let mut sort = |value: &Value| {
        if value.get("layout").is_some() && value.get("id").is_some() {
            copied.screens.push(value.clone());
        } else if value.is_object() {
            copied.parts.push(value.clone());
        }
    };
    let lists = ["screens", "parts"].map(|key| value.get(key).and_then(Value::as_array));
    match (&value, lists) {
        (Value::Array(items), _) => items.iter().for_each(&mut sort),
        (_, [None, None]) if value.get("type").is_some() || value.get("layout").is_some() => sort(&value),
        (_, lists) => lists.into_iter().flatten().flatten().for_each(&mut sort),
    }
    if let Some(steps) = value.get("steps").and_then(Value::as_array) {
        copied.steps.clone_from(steps);
        copied.data = value.get("data").and_then(Value::as_object).cloned().unwrap_or_default();
    }
    if value.get(MARK).is_some() {
        let member = |key: &str| value.get(key).cloned().unwrap_or_default();
        copied.positions = serde_json::from_value(member("positions")).unwrap_or_default();
        copied.routes = serde_json::from_value(member("routes")).unwrap_or_default();
    }
    let empty = copied.screens.is_empty() && copied.parts.is_empty() && copied.steps.is_empty();
    if empty { Err(EditError::NothingToPaste) } else { Ok(copied) }
}

/// Pastes screens at the end of the file, or parts into a list.
pub(super) fn paste(
    draft: &mut Draft<'_>,
    clipboard: &str,
    parent: Option<&Pointer>,
    index: Option<u32>,
    position: Option<Position>,
) -> Result<(), EditError> {
    let copied = read(clipboard)?;
    if is_journey(draft.tree().root()) {
        return paste_steps(draft, copied, position);
    }
    if copied.screens.is_empty() {
        return paste_parts(draft, copied.parts, parent.ok_or(EditError::NoPlaceToPaste)?, index);
    }
    let ids: Vec<String> = copied.screens.iter().map(id_of).collect();
    let mut known = screen_ids(draft.tree());
    known.extend(ids.iter().cloned());
    let mut values = copied.screens;
    for screen in &mut values {
        cut_loose(screen, &|id| known.contains(id));
    }
    let end = screens(draft.tree()).last().map_or(0, |screen| screen.index + 1);
    draft.focus_back.get_or_insert_with(super::view::screens_pointer);
    let new_ids = insert_copies(draft, end, values)?;
    for (old, new) in &new_ids {
        routing::list(draft, new)?;
        for (_, to) in copied.routes.iter().filter(|(from, to)| from == old && known.contains(to)) {
            let to = new_ids.get(to).unwrap_or(to).clone();
            routing::add(draft, new, &to)?;
        }
    }
    let Some(corner) = position else { return Ok(()) };
    let left = copied.positions.values().map(|at| at.x).fold(f32::INFINITY, f32::min);
    let top = copied.positions.values().map(|at| at.y).fold(f32::INFINITY, f32::min);
    for id in &ids {
        let Some(new) = new_ids.get(id) else { continue };
        match copied.positions.get(id) {
            Some(at) => {
                draft.place(new, Some(Position { x: corner.x + at.x - left, y: corner.y + at.y - top }));
            }
            None if ids.len() == 1 => draft.place(new, Some(corner)),
            None => {}
        }
    }
    Ok(())
}

/// Pastes steps at the end, with the values they name where they are not known here.
fn paste_steps(draft: &mut Draft<'_>, copied: Copied, position: Option<Position>) -> Result<(), EditError> {
    if copied.steps.is_empty() {
        return Err(EditError::NothingToPaste);
    }
    super::steps::add_values(draft, copied.data)?;
    let left = copied.positions.values().map(|at| at.x).fold(f32::INFINITY, f32::min);
    let top = copied.positions.values().map(|at| at.y).fold(f32::INFINITY, f32::min);
    let moved = |at: Position| position.map(|to| Position { x: to.x + at.x - left, y: to.y + at.y - top });
    let places = copied.positions.into_iter().filter_map(|(id, at)| Some((id, moved(at)?))).collect();
    super::steps::put_copies(draft, copied.steps, usize::MAX, &places, false)
}

fn id_of(screen: &Value) -> String {
    screen.get("id").and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn paste_parts(
    draft: &mut Draft<'_>,
    parts: Vec<Value>,
    parent: &Pointer,
    index: Option<u32>,
) -> Result<(), EditError> {
    let known = screen_ids(draft.tree());
    let mut first = None;
    let mut next = index.map(|index| index as usize);
    for mut part in parts {
        cut_loose(&mut part, &|id| known.contains(id));
        let kind = part.get("type").and_then(Value::as_str).unwrap_or_default().to_owned();
        let count = draft.at(parent)?.items().count();
        let (list, at) = if kind.is_empty() {
            (parent.clone(), next.unwrap_or(count).min(count))
        } else {
            components::place(draft, parent, next.unwrap_or(count), &kind)?
        };
        items::make_unique(draft, &list, &mut part)?;
        draft.insert(&list, at, &[part])?;
        if list == *parent {
            next = next.map(|_| at + 1);
        }
        first.get_or_insert(list.index(at));
    }
    draft.focus = first;
    draft.focus_back.get_or_insert_with(|| parent.clone());
    Ok(())
}

/// Takes actions away that navigate to a screen which is not here.
fn cut_loose(value: &mut Value, is_here: &dyn Fn(&str) -> bool) {
    match value {
        Value::Object(members) => {
            members.retain(|key, member| key != "on-click-action" || !leads_away(member, is_here));
            members.values_mut().for_each(|member| cut_loose(member, is_here));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| cut_loose(item, is_here)),
        _ => {}
    }
}

fn leads_away(action: &Value, is_here: &dyn Fn(&str) -> bool) -> bool {
    let text = |value: Option<&Value>| value.and_then(Value::as_str).map(str::to_owned);
    let next = action.get("next").and_then(|next: &Value| next.get("name"));
    text(action.get("name")).is_some_and(|name| name == "navigate")
        && text(next).is_some_and(|id| !is_here(&id))
}
