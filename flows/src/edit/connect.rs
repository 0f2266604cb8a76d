//! Ways from screen to screen, and where the form ends.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::draft::{Draft, only_screen};
use super::error::EditError;
use super::routing;
use super::view::{Action, Field, Part, ScreenNode, ValueType, actions, screen_actions, screens, text_of};
use crate::json::{Kind, Node, Pointer, Tree, edits};

/// What a button says when no other button of the Flow shows the owner's own words.
const CONTINUE: &str = "Continue";
/// The same for the last screen.
const SEND: &str = "Send";

/// Lets `from` lead to `to`.
pub(super) fn connect(
    draft: &mut Draft<'_>,
    from: &str,
    to: &str,
    via: Option<&Pointer>,
) -> Result<(), EditError> {
    if from == to {
        return Err(EditError::SameScreen);
    }
    let start = draft.screen(from)?;
    draft.screen(to)?;
    let start_pointer = start.pointer();
    if let Some(via) = via {
        let on_screen = via.0.starts_with(&format!("{}/", start_pointer.0));
        if !on_screen {
            return Err(EditError::CannotLead);
        }
        lead(draft, &start_pointer, via, to)?;
        draft.focus = Some(via.clone());
    } else {
        let holder = match way_out(start) {
            WayOut::Holder(at) => at,
            WayOut::Endpoint(at) => {
                routing::add(draft, from, to)?;
                draft.focus = Some(at);
                draft.focus_back = Some(start_pointer);
                return Ok(());
            }
            WayOut::None => add_footer(draft, &start_pointer, &continue_label(draft.tree()), None)?,
        };
        lead(draft, &start_pointer, &holder, to)?;
        draft.focus = Some(holder);
    }
    draft.focus_back = Some(start_pointer);
    Ok(())
}

/// What a screen is left by.
enum WayOut {
    /// Its Footer or list.
    Holder(Pointer),
    /// Its Footer asks the endpoint, which decides.
    Endpoint(Pointer),
    None,
}

fn way_out(screen: ScreenNode<'_>) -> WayOut {
    let parts = screen.parts();
    let footers: Vec<_> = parts.iter().filter(|part| part.kind() == "Footer").collect();
    let ids = super::view::screen_ids(screen.node.tree());
    let leads = |part: &Part<'_>| actions(part).iter().filter_map(Action::target).any(|id| ids.contains(&id));
    let asks = |part: &Part<'_>| actions(part).iter().any(|action| action.is("data_exchange"));
    let free = footers.iter().find(|footer| !leads(footer) && !asks(footer));
    match (free.or_else(|| footers.first()), parts.iter().find(|part| part.kind() == "NavigationList")) {
        (Some(footer), _) if asks(footer) => WayOut::Endpoint(footer.at.clone()),
        (Some(footer), _) => WayOut::Holder(footer.at.clone()),
        (None, Some(list)) => WayOut::Holder(list.at.clone()),
        (None, None) => WayOut::None,
    }
}

/// Lets a part of a screen navigate to another screen. What its payload held for the same keys is kept.
pub(super) fn lead(
    draft: &mut Draft<'_>,
    screen: &Pointer,
    holder: &Pointer,
    to: &str,
) -> Result<(), EditError> {
    let part = draft.at(holder)?;
    let kind = text_of(part, "type");
    let list = list_of_item(draft, holder);
    if !matches!(kind.as_str(), "Footer" | "OptIn" | "EmbeddedLink" | "NavigationList") && list.is_none() {
        return Err(EditError::CannotLead);
    }
    let (from, old_target, old) = {
        let from = super::view::screen_of(draft.tree(), holder).ok_or(EditError::CannotLead)?;
        let action = part.get("on-click-action");
        let old_target = action.filter(|a| a.get("name").is_some_and(|n| n.is_str("navigate")));
        let old_target = old_target.map(|a| a.get("next").map(|n| text_of(n, "name")).unwrap_or_default());
        (from.id(), old_target, action.map(Node::to_value))
    };
    let payload = {
        let from = super::view::screen_of(draft.tree(), holder).ok_or(EditError::CannotLead)?;
        let target = only_screen(draft.tree(), to)?;
        let known = old.as_ref().and_then(|a| a.get("payload")).and_then(Value::as_object);
        fitting_payload(from, target, known.unwrap_or(&Map::new()))
    };
    if let Some(list) = list {
        share_action_of_list(draft, &list, holder)?;
    } else if kind == "NavigationList" {
        unshare_items(draft, holder)?;
    }
    let mut action = match old {
        Some(Value::Object(members)) if old_target.is_some() => members,
        _ => Map::new(),
    };
    action.insert("name".to_owned(), json!("navigate"));
    action.insert("next".to_owned(), json!({"type": "screen", "name": to}));
    action.insert("payload".to_owned(), Value::Object(payload));
    draft.set(holder, "on-click-action", &Value::Object(action))?;
    if kind == "Footer" {
        draft.unset(screen, "terminal")?;
        draft.unset(screen, "success")?;
    }
    if let Some(old) = old_target.filter(|old| *old != to) {
        routing::remove_unused(draft, &from, &old)?;
    }
    routing::add(draft, &from, to)
}

/// The NavigationList an item belongs to.
fn list_of_item(draft: &Draft<'_>, holder: &Pointer) -> Option<Pointer> {
    let (items, _) = holder.split()?;
    let (list, key) = items.split()?;
    (key == "list-items" && draft.tree().at(&list).is_some_and(|l| text_of(l, "type") == "NavigationList"))
        .then_some(list)
}

/// An action may stand on the list or on every item, never both: the list's own goes to the other items.
fn share_action_of_list(draft: &mut Draft<'_>, list: &Pointer, item: &Pointer) -> Result<(), EditError> {
    let node = draft.at(list)?;
    let Some(action) = node.get("on-click-action").map(Node::to_value) else { return Ok(()) };
    let count = node.get("list-items").map_or(0, |items| items.items().count());
    for index in 0..count {
        let at = list.clone().key("list-items").index(index);
        if at != *item && draft.at(&at)?.kind() == Kind::Object {
            draft.set(&at, "on-click-action", &action)?;
        }
    }
    draft.unset(list, "on-click-action")
}

fn unshare_items(draft: &mut Draft<'_>, list: &Pointer) -> Result<(), EditError> {
    let count = draft.at(list)?.get("list-items").map_or(0, |items| items.items().count());
    for index in 0..count {
        let at = list.clone().key("list-items").index(index);
        if draft.at(&at)?.kind() == Kind::Object {
            draft.unset(&at, "on-click-action")?;
        }
    }
    Ok(())
}

/// A payload with exactly the keys the target declares: what was known, else data or an answer of the same
/// name and type, else an empty value.
pub(super) fn fitting_payload(
    from: ScreenNode<'_>,
    target: ScreenNode<'_>,
    known: &Map<String, Value>,
) -> Map<String, Value> {
    let data = from.data();
    let fields = from.fields();
    let fitting = |key: &str, schema: Node<'_>| {
        let wanted = value_type(schema);
        let same_data = data.iter().any(|(name, own)| name == key && value_type(*own) == wanted);
        let same_field = fields.iter().any(|field| field.name == key && Some(field.value) == wanted);
        match known.get(key) {
            Some(value) => value.clone(),
            None if same_data => Value::from(format!("${{data.{key}}}")),
            None if same_field => Value::from(format!("${{form.{key}}}")),
            None => empty_value(schema),
        }
    };
    target.data().into_iter().map(|(key, schema)| (key.clone(), fitting(&key, schema))).collect()
}

fn value_type(schema: Node<'_>) -> Option<ValueType> {
    match text_of(schema, "type").as_str() {
        "string" => Some(ValueType::Text),
        "number" | "integer" => Some(ValueType::Number),
        "boolean" => Some(ValueType::Truth),
        "array" => Some(ValueType::List),
        "object" => Some(ValueType::Object),
        _ => None,
    }
}

/// A value of the declared type that says nothing.
pub(super) fn empty_value(schema: Node<'_>) -> Value {
    match value_type(schema) {
        Some(ValueType::Text) => json!(""),
        Some(ValueType::Number) => json!(0),
        Some(ValueType::Truth) => json!(false),
        Some(ValueType::List) => json!([]),
        Some(ValueType::Object) if schema.get("required").is_none() => json!({}),
        _ => schema.get("__example__").map_or(Value::Null, Node::to_value),
    }
}

/// Adds a Footer to the end of a screen. Without an action it is only a holder to be filled.
pub(super) fn add_footer(
    draft: &mut Draft<'_>,
    screen: &Pointer,
    label: &str,
    action: Option<Value>,
) -> Result<Pointer, EditError> {
    let mut footer = json!({"type": "Footer", "label": label});
    if let (Some(members), Some(action)) = (footer.as_object_mut(), action) {
        members.insert("on-click-action".to_owned(), action);
    }
    let children = screen.clone().key("layout").key("children");
    if draft.tree().at(&children).is_none_or(|list| list.kind() != Kind::Array) {
        let layout = json!({"type": "SingleColumnLayout", "children": [footer]});
        draft.set(screen, "layout", &layout)?;
        return Ok(children.index(0));
    }
    let index = draft.at(&children)?.items().count();
    draft.insert(&children, index, &[footer])?;
    Ok(children.index(index))
}

pub(super) fn continue_label(tree: &Tree) -> String {
    label_like(tree, "navigate").unwrap_or_else(|| CONTINUE.to_owned())
}

pub(super) fn send_label(tree: &Tree) -> String {
    label_like(tree, "complete").unwrap_or_else(|| SEND.to_owned())
}

/// The words of the first Footer that does the same: they are in the Flow's language.
fn label_like(tree: &Tree, action: &str) -> Option<String> {
    let parts = screens(tree).into_iter().flat_map(ScreenNode::parts);
    let footers = parts.filter(|part| part.kind() == "Footer");
    let same = footers.filter(|footer| actions(footer).iter().any(|a| a.is(action)));
    same.map(|footer| text_of(footer.node, "label")).find(|label| !label.is_empty() && !label.contains("${"))
}

/// Takes the way from `from` to `to` away: actions that lead there and the route.
pub(super) fn disconnect(draft: &mut Draft<'_>, from: &str, to: &str) -> Result<(), EditError> {
    let start = draft.screen(from)?;
    let pointer = start.pointer();
    let leading: Vec<_> = screen_actions(start)
        .into_iter()
        .filter(|action| action.target().as_deref() == Some(to))
        .map(|action| (action.at.clone(), action.key))
        .collect();
    let routed = routing::has(draft.tree(), from, to);
    if leading.is_empty() && !routed {
        return Err(EditError::NotConnected { from: from.to_owned(), to: to.to_owned() });
    }
    for (holder, key) in &leading {
        draft.unset(holder, key)?;
    }
    routing::remove(draft, from, to)?;
    draft.focus_back = Some(leading.first().map_or_else(|| pointer.clone(), |(at, _)| at.clone()));
    draft.focus = draft.focus_back.clone();
    Ok(())
}

/// Lets the form end on a screen, or not any more.
pub(super) fn set_terminal(draft: &mut Draft<'_>, screen: &str, terminal: bool) -> Result<(), EditError> {
    let at = draft.screen(screen)?.pointer();
    if terminal {
        end_here(draft, screen, None)?;
    } else {
        draft.unset(&at, "terminal")?;
        draft.unset(&at, "success")?;
        let completing: Vec<_> = screen_actions(draft.screen(screen)?)
            .into_iter()
            .filter(|action| action.is("complete"))
            .map(|action| (action.at.clone(), action.key))
            .collect();
        for (holder, key) in &completing {
            draft.unset(holder, key)?;
        }
    }
    draft.focus = Some(at.clone());
    draft.focus_back = Some(at);
    Ok(())
}

/// Makes a screen the end. Its Footers send the answers given so far, or `payload` when there is one.
pub(super) fn end_here(
    draft: &mut Draft<'_>,
    screen: &str,
    payload: Option<Map<String, Value>>,
) -> Result<(), EditError> {
    let node = draft.screen(screen)?;
    let at = node.pointer();
    let parts = node.parts();
    if parts.iter().any(|part| part.kind() == "NavigationList") {
        return Err(EditError::ListCannotEnd);
    }
    let has_endpoint = draft.tree().root().get("data_api_version").is_some();
    let fine = |part: &Part<'_>| {
        actions(part).iter().any(|a| a.is("complete") || (has_endpoint && a.is("data_exchange")))
    };
    let footers: Vec<_> = parts.iter().filter(|part| part.kind() == "Footer").collect();
    let changed: Vec<Pointer> = footers.iter().filter(|f| !fine(f)).map(|f| f.at.clone()).collect();
    let lost: Vec<String> = footers.iter().flat_map(|f| actions(f)).filter_map(|a| a.target()).collect();
    let has_footer = !footers.is_empty();
    let answers = payload.unwrap_or_else(|| answers(draft.tree(), node));
    let action = json!({"name": "complete", "payload": answers});
    if !has_footer {
        add_footer(draft, &at, &send_label(draft.tree()), Some(action.clone()))?;
    }
    for footer in &changed {
        draft.set(footer, "on-click-action", &action)?;
    }
    if !draft.screen(screen)?.is_terminal() {
        mark_terminal(draft, &at)?;
    }
    lost.iter().try_for_each(|target| routing::remove_unused(draft, screen, target))
}

/// `terminal` stands with the screen's other short properties, before what it holds.
fn mark_terminal(draft: &mut Draft<'_>, screen: &Pointer) -> Result<(), EditError> {
    let node = draft.at(screen)?;
    if node.get("terminal").is_some() {
        return draft.set(screen, "terminal", &json!(true));
    }
    let index = node.members().take_while(|m| m.name.is_str("id") || m.name.is_str("title")).count();
    let added = edits::insert_member(node, index, "terminal", &json!(true))?;
    draft.commit(added);
    Ok(())
}

/// Every answer given on the way to a screen and on it, in file order. A name used twice carries its
/// screen's.
pub(super) fn answers(tree: &Tree, end: ScreenNode<'_>) -> Map<String, Value> {
    let end_id = end.id();
    let before = ancestors(tree, &end_id);
    let mut payload = Map::new();
    for screen in screens(tree) {
        let id = screen.id();
        let here = screen.index == end.index;
        if !here && !before.contains(&id) {
            continue;
        }
        for Field { name, .. } in screen.fields().into_iter().filter(|f| super::names::is_field_name(&f.name))
        {
            let binding =
                if here { format!("${{form.{name}}}") } else { format!("${{screen.{id}.form.{name}}}") };
            let key =
                if payload.contains_key(&name) { format!("{}_{name}", id.to_lowercase()) } else { name };
            payload.entry(key).or_insert(Value::from(binding));
        }
    }
    payload
}

/// Ids of all screens one can come from.
fn ancestors(tree: &Tree, end: &str) -> BTreeSet<String> {
    let mut ways: Vec<(String, String)> = Vec::new();
    for screen in screens(tree) {
        let id = screen.id();
        ways.extend(screen_actions(screen).iter().filter_map(Action::target).map(|to| (id.clone(), to)));
    }
    ways.extend(routing::routes(tree));
    let mut found = BTreeSet::new();
    let mut next = vec![end.to_owned()];
    while let Some(at) = next.pop() {
        for (from, _) in ways.iter().filter(|(_, to)| *to == at) {
            if from != end && found.insert(from.clone()) {
                next.push(from.clone());
            }
        }
    }
    found
}
