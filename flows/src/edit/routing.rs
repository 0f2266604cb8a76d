//! `routing_model`, kept in step where a Flow has one.

use serde_json::json;

use super::draft::Draft;
use super::error::EditError;
use super::view::{Action, screen_actions, screens};
use crate::json::{Kind, Node, Pointer, Tree, edits};

fn pointer() -> Pointer {
    Pointer::root().key("routing_model")
}

/// The model, when the Flow has one.
pub(crate) fn model(tree: &Tree) -> Option<Node<'_>> {
    tree.root().get("routing_model").filter(|model| model.kind() == Kind::Object)
}

/// Every route of the model, in file order.
pub(crate) fn routes(tree: &Tree) -> Vec<(String, String)> {
    let mut routes = Vec::new();
    for member in model(tree).into_iter().flat_map(Node::members) {
        let from = member.key().into_owned();
        let targets = member.value.items().filter_map(Node::as_str);
        routes.extend(targets.map(|to| (from.clone(), to.into_owned())));
    }
    routes
}

pub(super) fn has(tree: &Tree, from: &str, to: &str) -> bool {
    let targets = model(tree).and_then(|model| model.get(from));
    targets.into_iter().flat_map(Node::items).any(|target| target.is_str(to))
}

/// Adds a route. Nothing happens when it is there or when the Flow has no model.
pub(super) fn add(draft: &mut Draft<'_>, from: &str, to: &str) -> Result<(), EditError> {
    let Some(model) = model(draft.tree()) else { return Ok(()) };
    if has(draft.tree(), from, to) {
        return Ok(());
    }
    match model.get(from) {
        Some(targets) if targets.kind() == Kind::Array => {
            let index = targets.items().count();
            draft.insert(&pointer().key(from), index, &[json!(to)])
        }
        _ => draft.set(&pointer(), from, &json!([to])),
    }
}

/// Lists a screen, with no route of its own yet.
pub(super) fn list(draft: &mut Draft<'_>, id: &str) -> Result<(), EditError> {
    match model(draft.tree()) {
        Some(model) if model.get(id).is_none() => draft.set(&pointer(), id, &json!([])),
        _ => Ok(()),
    }
}

/// Removes a route.
pub(super) fn remove(draft: &mut Draft<'_>, from: &str, to: &str) -> Result<(), EditError> {
    let Some(targets) = model(draft.tree()).and_then(|model| model.get(from)) else { return Ok(()) };
    let gone: Vec<usize> = places(targets, to);
    if gone.is_empty() { Ok(()) } else { draft.remove(&pointer().key(from), &gone) }
}

/// Removes a route that no action of `from` takes any more.
pub(super) fn remove_unused(draft: &mut Draft<'_>, from: &str, to: &str) -> Result<(), EditError> {
    let used = screens(draft.tree())
        .into_iter()
        .filter(|screen| screen.id() == from)
        .flat_map(screen_actions)
        .any(|action| Action::target(&action).as_deref() == Some(to));
    if used { Ok(()) } else { remove(draft, from, to) }
}

fn places(targets: Node<'_>, id: &str) -> Vec<usize> {
    targets.items().enumerate().filter(|(_, target)| target.is_str(id)).map(|(index, _)| index).collect()
}

/// Takes a screen out of the model.
pub(super) fn forget(draft: &mut Draft<'_>, id: &str) -> Result<(), EditError> {
    let Some(model) = model(draft.tree()) else { return Ok(()) };
    let mut all = Vec::new();
    for member in model.members().filter(|member| !member.name.is_str(id)) {
        let gone = places(member.value, id);
        if !gone.is_empty() {
            all.extend(edits::remove_items(member.value, &gone)?);
        }
    }
    draft.commit(all);
    draft.unset(&pointer(), id)
}

/// Edits that give a screen another id in the model.
pub(super) fn renamed(tree: &Tree, from: &str, to: &str) -> Vec<crate::json::TextEdit> {
    let mut all = Vec::new();
    let Some(model) = model(tree) else { return all };
    all.extend(edits::rename_member(model, from, to).unwrap_or_default());
    for member in model.members() {
        for target in member.value.items().filter(|target| target.is_str(from)) {
            all.extend(edits::replace_value(target, &json!(to)));
        }
    }
    all
}
