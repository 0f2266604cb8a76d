//! Names of answers and everything that refers to them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::draft::Draft;
use super::error::EditError;
use super::references::{Reference, references, rewrite_all, rewrite_screen};
use super::view::{Part, ScreenNode, parts_from, screen_actions, screen_of, screens};
use super::{forget, names};
use crate::expr::Source;
use crate::json::{Member, Node, Pointer, TextEdit, edits};

/// Members of a Form that are keyed by the names of its fields.
pub(super) const KEYED_BY_FIELD: [&str; 2] = ["init-values", "error-messages"];

/// Names of all answers that a component and what lies in it ask for.
pub(super) fn inside(component: Node<'_>) -> Vec<String> {
    let parts = parts_from(component, &Pointer::root());
    parts
        .iter()
        .filter(|part| part.node.get("type").is_some())
        .filter_map(Part::field)
        .map(|f| f.name)
        .collect()
}

/// Renames a field and follows every reference: bindings, conditions, `sensitive`, a Form's values, and in
/// final answers the key that was called like the field.
pub(super) fn rename(draft: &mut Draft<'_>, screen: &str, from: &str, to: &str) -> Result<(), EditError> {
    let home = draft.screen(screen)?;
    let fields = home.fields();
    let named: Vec<_> = fields.iter().filter(|field| field.name == from).collect();
    if named.is_empty() {
        return Err(EditError::NoField(from.to_owned()));
    }
    if from == to {
        return Ok(());
    }
    if !names::is_field_name(to) {
        return Err(EditError::BadFieldName(to.to_owned()));
    }
    if fields.iter().any(|field| field.name == to) {
        return Err(EditError::FieldTaken(to.to_owned()));
    }
    let new = Value::from(to);
    let mut all: Vec<TextEdit> = Vec::new();
    for field in &named {
        all.extend(edits::set_member(field.node, "name", &new)?);
    }
    for item in home.node.get("sensitive").into_iter().flat_map(Node::items).filter(|i| i.is_str(from)) {
        all.extend(edits::replace_value(item, &new));
    }
    for part in home.parts() {
        for object in KEYED_BY_FIELD.iter().filter_map(|key| part.node.get(key)) {
            if object.get(from).is_some() && object.get(to).is_none() {
                all.extend(edits::rename_member(object, from, to)?);
            }
        }
    }
    for other in screens(draft.tree()) {
        all.extend(renamed_answers(other, screen, from, to));
    }
    all.extend(rewrite_all(draft.tree(), &|here, reference| {
        reference.is_field(here, screen, from).then(|| reference.with_name(to))
    }));
    let at =
        named.first().and_then(|field| home.parts().into_iter().find(|p| p.node.id() == field.node.id()));
    let at = at.map(|part| part.at);
    draft.commit(all);
    draft.focus.clone_from(&at);
    draft.focus_back = at;
    Ok(())
}

/// In `complete` payloads the key follows when it is called like the field and holds just that answer.
fn renamed_answers(screen: ScreenNode<'_>, home: &str, from: &str, to: &str) -> Vec<TextEdit> {
    let here = screen.id();
    let is_answer = |member: &Member<'_>| {
        let text = member.value.as_str().unwrap_or_default();
        let whole = |r: &Reference<'_>| r.whole == (0..text.len()) && r.is_field(&here, home, from);
        member.name.is_str(from) && references(&text).iter().any(whole)
    };
    let mut all = Vec::new();
    for action in screen_actions(screen).iter().filter(|action| action.is("complete")) {
        let Some(payload) = action.payload() else { continue };
        if payload.get(to).is_none() && payload.members().any(|member| is_answer(&member)) {
            all.extend(edits::rename_member(payload, from, to).unwrap_or_default());
        }
    }
    all
}

/// After a component has moved to another screen: its names become free ones there, references to its
/// answers follow, and what it reads itself from the old screen stays readable.
pub(super) fn carry(
    draft: &mut Draft<'_>,
    old_screen: &str,
    new_screen: &Pointer,
    component: &Pointer,
    moved: &[String],
) -> Result<(), EditError> {
    let Some(home) = screen_of(draft.tree(), new_screen) else { return Ok(()) };
    let new_id = home.id();
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let prefix = format!("{}/", component.0);
    for part in home.parts().iter().filter(|p| p.at != *component && !p.at.0.starts_with(&prefix)) {
        taken.extend(part.field().map(|field| field.name));
    }
    let mut new_names: BTreeMap<&str, String> = BTreeMap::new();
    for name in moved {
        let free = names::field_name(name, &taken);
        taken.insert(free.clone());
        new_names.entry(name).or_insert(free);
    }
    let kept: BTreeSet<String> =
        draft.screen(old_screen)?.fields().into_iter().map(|field| field.name).collect();
    let part = draft.at(component)?;
    let span = part.span();
    let mut all = rewrite_all(draft.tree(), &|here, reference| {
        let to_moved = reference.source == Source::Form && reference.screen.unwrap_or(here) == old_screen;
        let new = new_names.get(reference.name).filter(|_| to_moved && !kept.contains(reference.name))?;
        Some(reference.reading((here != new_id).then_some(new_id.as_str()), new))
    });
    all.retain(|edit| edit.span.end <= span.start || span.end <= edit.span.start);
    // What the part itself reads was local to the old screen; it is read as global now.
    all.extend(rewrite_screen(ScreenNode { index: 0, node: part }, &|reference| {
        let own =
            reference.screen.is_none_or(|screen| screen == old_screen) && reference.source == Source::Form;
        match new_names.get(reference.name) {
            Some(new) if own => Some(reference.reading(None, new)),
            _ if reference.screen.is_none() => Some(reference.reading(Some(old_screen), reference.name)),
            _ => None,
        }
    }));
    for part in parts_from(part, component) {
        let Some(field) = part.field() else { continue };
        if let Some(new) = new_names.get(field.name.as_str()).filter(|new| **new != field.name) {
            all.extend(edits::set_member(field.node, "name", &Value::from(new.as_str()))?);
        }
    }
    draft.commit(all);
    let gone: BTreeSet<String> = moved.iter().cloned().collect();
    forget::lists(draft, old_screen, &gone)
}

/// Gives the components in a copied value free names and lets its own bindings follow. `taken` grows.
pub(super) fn rename_inside(component: &mut Value, taken: &mut BTreeSet<String>) {
    let mut renamed = BTreeMap::new();
    rename_parts(component, taken, &mut renamed);
    rewrite_value(component, &|reference| {
        let new = renamed.get(reference.name)?;
        let local = reference.screen.is_none() && reference.source == Source::Form;
        local.then(|| reference.with_name(new))
    });
}

fn rename_parts(component: &mut Value, taken: &mut BTreeSet<String>, renamed: &mut BTreeMap<String, String>) {
    let Some(members) = component.as_object_mut() else { return };
    let is_field = members.get("type").is_some_and(|kind| kind != "Form");
    if is_field && let Some(Value::String(name)) = members.get_mut("name") {
        let free = names::field_name(name, taken);
        taken.insert(free.clone());
        renamed.insert(std::mem::replace(name, free.clone()), free);
    }
    for key in ["children", "then", "else"] {
        if let Some(Value::Array(items)) = members.get_mut(key) {
            for item in items {
                rename_parts(item, taken, renamed);
            }
        }
    }
    if let Some(Value::Object(cases)) = members.get_mut("cases") {
        let lists = cases.values_mut().filter_map(Value::as_array_mut);
        lists.flatten().for_each(|item| rename_parts(item, taken, renamed));
    }
    for values in KEYED_BY_FIELD {
        if let Some(Value::Object(values)) = members.get_mut(values) {
            let old: Map<String, Value> = std::mem::take(values);
            values.extend(
                old.into_iter().map(|(key, value)| (renamed.get(&key).cloned().unwrap_or(key), value)),
            );
        }
    }
}

/// Rewrites the bindings in every string of a value.
pub(super) fn rewrite_value(
    value: &mut Value,
    rewrite: &dyn Fn(&Reference<'_>) -> super::references::Rewrite,
) {
    match value {
        Value::String(text) => {
            let changes: Vec<_> = references(text).iter().filter_map(rewrite).collect();
            for (range, new) in changes.into_iter().rev() {
                text.replace_range(range, &new);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| rewrite_value(item, rewrite)),
        Value::Object(members) => members.values_mut().for_each(|member| rewrite_value(member, rewrite)),
        _ => {}
    }
}
