//! Adding, copying, renaming and deleting screens.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::connect::{self, continue_label, end_here, fitting_payload, send_label};
use super::draft::{Draft, only_screen};
use super::error::EditError;
use super::fields::rewrite_value;
use super::references::rewrite_all;
use super::view::{
    Action, ScreenNode, actions, screen_actions, screen_ids, screens, screens_pointer, text_of,
};
use super::{Position, names, routing};
use crate::answers;
use crate::json::{Kind, Node, Pointer, edits};

/// Adds a screen. Connected from the end of the form it becomes the new end; connected from a part that
/// already leads on it goes in between.
pub(super) fn add(
    draft: &mut Draft<'_>,
    title: &str,
    position: Option<Position>,
    connect_from: Option<&str>,
    via: Option<&Pointer>,
) -> Result<(), EditError> {
    let Some(from) = connect_from else {
        let index = screens_count(draft);
        let id = insert_new(draft, index, title, None)?;
        draft.place(&id, position);
        return Ok(());
    };
    let start = draft.screen(from)?;
    let index = start.index + 1;
    let sent = sent_at_end(start);
    let (end_label, go_on_label) = (send_label(draft.tree()), continue_label(draft.tree()));
    let leads = match via {
        Some(via) => actions_at(start, via).iter().find_map(Action::target),
        None => footer_target(start),
    };
    let next = leads.filter(|to| to != from && only_screen(draft.tree(), to).is_ok());
    let id = insert_new(draft, index, title, next.as_deref())?;
    draft.place(&id, position);
    connect::connect(draft, from, &id, via)?;
    if let Some(next) = next {
        routing::add(draft, &id, &next)?;
    } else {
        let answers = match sent {
            Some(sent) => sent,
            None => connect::answers(draft.tree(), draft.screen(&id)?),
        };
        // The words that sent the answers stand on the button that does it now.
        let leads_on = draft.screen(from)?.parts().into_iter().find(|part| part.kind() == "Footer");
        if let Some(footer) = leads_on.filter(|footer| text_of(footer.node, "label") == end_label) {
            draft.set(&footer.at.clone(), "label", &json!(go_on_label))?;
        }
        let children = draft.screen(&id)?.children_pointer();
        draft.replace(&children.index(0).key("on-click-action").key("payload"), &Value::Object(answers))?;
    }
    draft.focus = Some(draft.screen(&id)?.pointer());
    Ok(())
}

/// What a screen sends when the form ends there, as the screen after it writes it.
fn sent_at_end(screen: ScreenNode<'_>) -> Option<Map<String, Value>> {
    let id = screen.id();
    let complete = screen_actions(screen).into_iter().find(|action| action.is("complete"))?;
    let mut payload = complete.payload()?.to_value();
    rewrite_value(&mut payload, &|reference| {
        reference.screen.is_none().then(|| reference.reading(Some(&id), reference.name))
    });
    into_members(payload).filter(|payload| !payload.is_empty())
}

/// Where the Footer that `connect` would take leads now.
fn footer_target(screen: ScreenNode<'_>) -> Option<String> {
    let parts = screen.parts();
    let footers: Vec<_> = parts.iter().filter(|part| part.kind() == "Footer").collect();
    let targets: Vec<_> = footers.iter().map(|f| actions(f).iter().find_map(Action::target)).collect();
    // One that leads nowhere yet is taken first.
    if targets.iter().any(Option::is_none) { None } else { targets.into_iter().next().flatten() }
}

fn actions_at<'t>(screen: ScreenNode<'t>, holder: &Pointer) -> Vec<Action<'t>> {
    screen_actions(screen).into_iter().filter(|action| action.at == *holder).collect()
}

fn screens_count(draft: &Draft<'_>) -> usize {
    draft.tree().root().get("screens").map_or(0, |screens| screens.items().count())
}

/// Inserts a new screen and gives its id. It leads to `next`, or is an end.
fn insert_new(
    draft: &mut Draft<'_>,
    index: usize,
    title: &str,
    next: Option<&str>,
) -> Result<String, EditError> {
    let title = title.trim();
    if title.is_empty() {
        return Err(EditError::NoTitle);
    }
    let id = names::screen_id(title, &screen_ids(draft.tree()));
    let mut screen = json!({"id": id, "title": title});
    let footer = if let Some(next) = next {
        let target = only_screen(draft.tree(), next)?;
        // It hands on what the next screen needs, so it needs the same itself.
        if let (Some(data), Some(members)) = (target.node.get("data"), screen.as_object_mut())
            && data.members().next().is_some()
        {
            members.insert("data".to_owned(), data.to_value());
        }
        let payload: Map<String, Value> = target
            .data()
            .into_iter()
            .map(|(key, _)| (key.clone(), json!(format!("${{data.{key}}}"))))
            .collect();
        let action =
            json!({"name": "navigate", "next": {"type": "screen", "name": next}, "payload": payload});
        json!({"type": "Footer", "label": continue_label(draft.tree()), "on-click-action": action})
    } else {
        if let Some(members) = screen.as_object_mut() {
            members.insert("terminal".to_owned(), json!(true));
        }
        let action = json!({"name": "complete", "payload": {}});
        json!({"type": "Footer", "label": send_label(draft.tree()), "on-click-action": action})
    };
    if let Some(members) = screen.as_object_mut() {
        members.insert("layout".to_owned(), json!({"type": "SingleColumnLayout", "children": [footer]}));
    }
    if draft.tree().root().get("screens").is_none_or(|screens| screens.kind() != Kind::Array) {
        draft.set(&Pointer::root(), "screens", &json!([screen]))?;
    } else {
        draft.insert(&screens_pointer(), index, &[screen])?;
    }
    if next.is_some() {
        routing::list(draft, &id)?;
    }
    let pointer = draft.screen(&id)?.pointer();
    draft.focus_back.get_or_insert(screens_pointer());
    draft.focus = Some(pointer);
    Ok(id)
}

/// Puts a new screen into the way from one to another.
pub(super) fn insert_between(
    draft: &mut Draft<'_>,
    title: &str,
    from: &str,
    to: &str,
) -> Result<(), EditError> {
    let start = draft.screen(from)?;
    draft.screen(to)?;
    let leading: Vec<Pointer> = screen_actions(start)
        .iter()
        .filter(|action| action.target().as_deref() == Some(to))
        .map(Action::pointer)
        .collect();
    let routed = routing::has(draft.tree(), from, to);
    if leading.is_empty() && !routed {
        return Err(EditError::NotConnected { from: from.to_owned(), to: to.to_owned() });
    }
    let index = start.index + 1;
    let between = middle(draft.position(from), draft.position(to));
    let shifted: Vec<Pointer> = leading.clone();
    let id = insert_new(draft, index, title, Some(to))?;
    draft.place(&id, between);
    for action in &shifted {
        draft.set(&action.clone().key("next"), "name", &json!(id))?;
    }
    routing::remove(draft, from, to)?;
    routing::add(draft, from, &id)?;
    routing::add(draft, &id, to)?;
    draft.focus = Some(draft.screen(&id)?.pointer());
    Ok(())
}

/// Room between two cards that stand far enough from each other; else the map places it.
fn middle(from: Option<Position>, to: Option<Position>) -> Option<Position> {
    /// A card and the gaps round it.
    const ROOM: f32 = 2.0 * 220.0;
    let (from, to) = (from?, to?);
    let far = (to.x - from.x).abs() >= ROOM || (to.y - from.y).abs() >= 2.0 * 279.0;
    far.then_some(Position { x: f32::midpoint(from.x, to.x), y: f32::midpoint(from.y, to.y) })
}

/// Renames a screen and follows every reference.
pub(super) fn rename(draft: &mut Draft<'_>, from: &str, to: &str) -> Result<(), EditError> {
    let screen = draft.screen(from)?;
    if from == to {
        return Ok(());
    }
    if !names::is_screen_id(to) {
        return Err(EditError::BadScreenId(to.to_owned()));
    }
    if screen_ids(draft.tree()).contains(to) {
        return Err(EditError::ScreenTaken(to.to_owned()));
    }
    let at = screen.pointer();
    let new = json!(to);
    let mut all = edits::set_member(screen.node, "id", &new)?;
    for action in screens(draft.tree()).into_iter().flat_map(screen_actions) {
        if let Some(name) =
            action.node.get("next").and_then(|next| next.get("name")).filter(|n| n.is_str(from))
        {
            all.extend(edits::replace_value(name, &new));
        }
    }
    all.extend(routing::renamed(draft.tree(), from, to));
    all.extend(rewrite_all(draft.tree(), &|_, reference| {
        reference.with_screen(to).filter(|_| reference.screen == Some(from))
    }));
    draft.commit(all);
    let position = draft.position(from);
    draft.place(from, None);
    draft.place(to, position);
    let ids = BTreeMap::from([(from.to_owned(), to.to_owned())]);
    for (at, value) in answers::renamed(draft.notes(), &ids) {
        draft.note(&at, value.as_ref());
    }
    draft.focus = Some(at.clone());
    draft.focus_back = Some(at);
    Ok(())
}

/// Copies screens to behind the last of them. Ways and references among the copies are kept among them.
pub(super) fn duplicate(
    draft: &mut Draft<'_>,
    ids: &[String],
    offset: Option<Position>,
) -> Result<(), EditError> {
    let mut originals = Vec::new();
    for id in ids {
        let screen = draft.screen(id)?;
        if !originals.iter().any(|(index, _, _)| *index == screen.index) {
            originals.push((screen.index, id.clone(), screen.node.to_value()));
        }
    }
    originals.sort_by_key(|(index, ..)| *index);
    let Some((last, ..)) = originals.last() else { return Ok(()) };
    let behind = last + 1;
    let values = originals.iter().map(|(_, _, value)| value.clone()).collect();
    let routes = routing::routes(draft.tree());
    let new_ids = insert_copies(draft, behind, values)?;
    for (old, new) in &new_ids {
        routing::list(draft, new)?;
        for (_, to) in routes.iter().filter(|(from, _)| from == old) {
            let to = new_ids.get(to).unwrap_or(to).clone();
            routing::add(draft, new, &to)?;
        }
        if let (Some(at), Some(offset)) = (draft.position(old), offset) {
            draft.place(new, Some(Position { x: at.x + offset.x, y: at.y + offset.y }));
        }
    }
    for (at, value) in answers::copied(draft.notes(), &new_ids) {
        draft.note(&at, Some(&value));
    }
    draft.focus_back = Some(screens_pointer().index(*last));
    Ok(())
}

/// Inserts copies of screens under free ids and gives the new id of each old one.
pub(super) fn insert_copies(
    draft: &mut Draft<'_>,
    index: usize,
    mut copies: Vec<Value>,
) -> Result<BTreeMap<String, String>, EditError> {
    let mut taken = screen_ids(draft.tree());
    let mut new_ids: BTreeMap<String, String> = BTreeMap::new();
    for copy in &mut copies {
        let old = copy.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
        let new = names::free_id(&old, &taken);
        taken.insert(new.clone());
        new_ids.insert(old, new.clone());
        if let Some(members) = copy.as_object_mut() {
            members.insert("id".to_owned(), Value::String(new));
        }
    }
    for copy in &mut copies {
        follow(copy, &new_ids);
    }
    if draft.tree().root().get("screens").is_none_or(|screens| screens.kind() != Kind::Array) {
        draft.set(&Pointer::root(), "screens", &json!([]))?;
    }
    draft.insert(&screens_pointer(), index, &copies)?;
    draft.focus = Some(screens_pointer().index(index));
    Ok(new_ids)
}

/// Lets the ways and bindings of a copied screen follow new ids.
fn follow(copy: &mut Value, new_ids: &BTreeMap<String, String>) {
    rewrite_value(copy, &|reference| {
        let new = new_ids.get(reference.screen?)?;
        reference.with_screen(new)
    });
    redirect(copy, new_ids);
}

fn redirect(value: &mut Value, new_ids: &BTreeMap<String, String>) {
    match value {
        Value::Object(members) => {
            if members.get("name").is_some_and(|name| name == "navigate")
                && let Some(name) = members.get_mut("next").and_then(|next| next.get_mut("name"))
                && let Some(new) = name.as_str().and_then(|id| new_ids.get(id))
            {
                *name = Value::from(new.as_str());
            }
            members.values_mut().for_each(|member| redirect(member, new_ids));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| redirect(item, new_ids)),
        _ => {}
    }
}

/// What lies behind screens that are deleted.
enum Beyond {
    /// One screen, with the payload it gets.
    Screen(String, Map<String, Value>),
    /// The end of the form, with the answers it sent.
    End(Map<String, Value>),
    /// Nothing, or more than one way.
    Unclear,
}

/// Deletes screens. Where one had a single way on, those who came to it go there; where it was the end,
/// those who came to it become the end; else what led to it leads nowhere.
pub(super) fn delete(draft: &mut Draft<'_>, ids: &[String]) -> Result<(), EditError> {
    let mut indices = Vec::new();
    for id in ids {
        indices.push(draft.screen(id)?.index);
    }
    indices.sort_unstable();
    let gone: BTreeSet<String> = ids.iter().cloned().collect();
    let mut redirected: Vec<(Pointer, String, Map<String, Value>)> = Vec::new();
    let mut dangling: Vec<(Pointer, &'static str)> = Vec::new();
    let mut links: Vec<Pointer> = Vec::new();
    let mut ends: Vec<(String, Map<String, Value>)> = Vec::new();
    let mut routes: Vec<(String, String)> = Vec::new();
    for screen in screens(draft.tree()).into_iter().filter(|s| !gone.contains(&s.id())) {
        let id = screen.id();
        let all = screen_actions(screen);
        let leads_elsewhere = all.iter().filter_map(Action::target).any(|to| !gone.contains(&to));
        let is_list = screen.parts().iter().any(|part| part.kind() == "NavigationList");
        for action in &all {
            let Some(to) = action.target().filter(|to| gone.contains(to)) else { continue };
            match beyond(draft, &to, &own_payload(action), &gone, &mut BTreeSet::new()) {
                Beyond::Screen(next, payload) if next != id => {
                    let target = draft.screen(&next)?;
                    let payload = fitting_payload(screen, target, &payload);
                    routes.push((id.clone(), next.clone()));
                    redirected.push((action.pointer(), next, payload));
                }
                Beyond::End(payload) if !leads_elsewhere && !is_list && is_footer(action) => {
                    ends.push((id.clone(), localised(payload, &id)));
                }
                _ if text_of(action.holder, "type") == "EmbeddedLink" => {
                    links.push(action.at.clone());
                }
                _ => dangling.push((action.at.clone(), action.key)),
            }
        }
    }
    for (at, next, payload) in redirected {
        draft.set(&at.clone().key("next"), "name", &json!(next))?;
        if !payload.is_empty() || draft.at(&at)?.get("payload").is_some() {
            draft.set(&at, "payload", &Value::Object(payload))?;
        }
    }
    for (holder, key) in dangling {
        draft.unset(&holder, key)?;
    }
    for (screen, payload) in ends {
        end_here(draft, &screen, Some(payload))?;
    }
    if !links.is_empty() {
        super::items::remove(draft, &links)?;
    }
    for (from, to) in routes {
        routing::add(draft, &from, &to)?;
    }
    for id in &gone {
        routing::forget(draft, id)?;
        draft.place(id, None);
    }
    draft.remove(&screens_pointer(), &indices)?;
    super::forget::screens_gone(draft, &gone)?;
    for at in answers::forgotten(draft.notes(), &gone) {
        draft.note(&at, None);
    }
    let first = indices.first().copied().unwrap_or(0);
    draft.focus_back = Some(screens_pointer().index(first));
    let left = screens_count(draft);
    draft.focus = left.checked_sub(1).map(|last| screens_pointer().index(first.min(last)));
    Ok(())
}

fn is_footer(action: &Action<'_>) -> bool {
    text_of(action.holder, "type") == "Footer"
}

/// Members of an action's payload, as written.
fn own_payload(action: &Action<'_>) -> Map<String, Value> {
    action.payload().map(Node::to_value).and_then(into_members).unwrap_or_default()
}

fn into_members(value: Value) -> Option<Map<String, Value>> {
    match value {
        Value::Object(members) => Some(members),
        _ => None,
    }
}

/// Follows a deleted screen's only way on. `payload` is what it was reached with.
fn beyond(
    draft: &Draft<'_>,
    id: &str,
    payload: &Map<String, Value>,
    gone: &BTreeSet<String>,
    seen: &mut BTreeSet<String>,
) -> Beyond {
    let Ok(screen) = draft.screen(id) else { return Beyond::Unclear };
    if !seen.insert(id.to_owned()) {
        return Beyond::Unclear;
    }
    let all = screen_actions(screen);
    let targets: BTreeSet<String> = all.iter().filter_map(Action::target).collect();
    let handed = |action: &Action<'_>| translated(payload, own_payload(action), gone);
    let mut targets = targets.into_iter();
    match (targets.next(), targets.next()) {
        (Some(next), None) => {
            let way = all.iter().find(|action| action.target().as_deref() == Some(next.as_str()));
            let mut onward = way.map(handed).unwrap_or_default();
            // What was already sent under the same key says the same.
            for (key, value) in payload {
                onward.entry(key.clone()).or_insert_with(|| value.clone());
            }
            if gone.contains(&next) {
                beyond(draft, &next, &onward, gone, seen)
            } else if draft.screen(&next).is_ok() {
                Beyond::Screen(next, onward)
            } else {
                Beyond::Unclear
            }
        }
        (None, _) => match all.iter().find(|action| action.is("complete")) {
            Some(complete) if screen.is_terminal() => Beyond::End(handed(complete)),
            _ => Beyond::Unclear,
        },
        _ => Beyond::Unclear,
    }
}

/// A deleted screen's payload as the screen before it can send it: what it got itself is put in, what it
/// asked for is gone.
fn translated(
    incoming: &Map<String, Value>,
    own: Map<String, Value>,
    gone: &BTreeSet<String>,
) -> Map<String, Value> {
    let translate = |value: Value| -> Option<Value> {
        let Some(text) = value.as_str() else { return is_static(&value, gone).then_some(value) };
        let handed = text.strip_prefix("${data.").and_then(|rest| rest.strip_suffix('}'));
        match handed {
            Some(key) => incoming.get(key).cloned(),
            None => is_static(&value, gone).then_some(value),
        }
    };
    own.into_iter().filter_map(|(key, value)| Some((key, translate(value)?))).collect()
}

/// Whether a value reads nothing that belongs to the deleted screen.
fn is_static(value: &Value, gone: &BTreeSet<String>) -> bool {
    match value {
        Value::String(text) => super::references::references(text)
            .iter()
            .all(|reference| reference.screen.is_some_and(|id| !gone.contains(id))),
        Value::Array(items) => items.iter().all(|item| is_static(item, gone)),
        Value::Object(members) => members.values().all(|member| is_static(member, gone)),
        _ => true,
    }
}

/// Global bindings to a screen as that screen writes them itself.
fn localised(payload: Map<String, Value>, screen: &str) -> Map<String, Value> {
    let mut value = Value::Object(payload);
    rewrite_value(&mut value, &|reference| {
        (reference.screen == Some(screen)).then(|| reference.reading(None, reference.name))
    });
    into_members(value).unwrap_or_default()
}
