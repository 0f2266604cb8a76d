//! Items of arrays: components, options, list items, screens without a usable id.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::draft::Draft;
use super::error::EditError;
use super::names;
use super::view::{screen_ids, screen_of, text_of};
use super::{fields, forget};
use crate::json::{Kind, Pointer, edits};

/// Array and place of an item.
pub(super) fn place_of(draft: &Draft<'_>, item: &Pointer) -> Result<(Pointer, usize), EditError> {
    draft.at(item)?;
    let gone = || EditError::Gone { at: item.clone() };
    let (list, token) = item.split().ok_or_else(gone)?;
    if draft.at(&list)?.kind() != Kind::Array {
        return Err(crate::json::EditError::NotAnArray.into());
    }
    Ok((list, token.parse().map_err(|_| gone())?))
}

/// Items by their arrays, without those that lie inside another one.
fn grouped(draft: &Draft<'_>, items: &[Pointer]) -> Result<BTreeMap<Pointer, BTreeSet<usize>>, EditError> {
    let mut lists: BTreeMap<Pointer, BTreeSet<usize>> = BTreeMap::new();
    for item in items {
        let inside =
            |outer: &Pointer| item.0.len() > outer.0.len() && item.0.starts_with(&format!("{}/", outer.0));
        if !items.iter().any(inside) {
            let (list, index) = place_of(draft, item)?;
            lists.entry(list).or_default().insert(index);
        }
    }
    Ok(lists)
}

/// Removes items. What pointed to a question that goes with them goes too.
pub(super) fn remove(draft: &mut Draft<'_>, items: &[Pointer]) -> Result<(), EditError> {
    let lists = grouped(draft, items)?;
    let mut gone: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut all = Vec::new();
    for (list, indices) in &lists {
        let array = draft.at(list)?;
        let indices: Vec<_> = indices.iter().copied().collect();
        all.extend(edits::remove_items(array, &indices)?);
        let Some(screen) = screen_of(draft.tree(), list) else { continue };
        let names = gone.entry(screen.id()).or_default();
        for item in indices.iter().filter_map(|index| array.item(*index)) {
            names.extend(fields::inside(item));
        }
    }
    draft.focus_back = items.first().cloned();
    draft.commit(all);
    draft.focus = lists.iter().next().map(|(list, indices)| neighbour(draft, list, indices));
    for (screen, names) in gone {
        forget::fields(draft, &screen, &names)?;
    }
    Ok(())
}

/// What takes the place of what was removed: the next item, else the one before, else the list's owner.
fn neighbour(draft: &Draft<'_>, list: &Pointer, gone: &BTreeSet<usize>) -> Pointer {
    let left = draft.tree().at(list).map_or(0, |array| array.items().count());
    let first = gone.first().copied().unwrap_or(0);
    match left.checked_sub(1) {
        Some(end) => list.clone().index(first.min(end)),
        None => list.split().map_or_else(Pointer::root, |(owner, _)| owner),
    }
}

/// Moves an item. A question that goes to another screen takes its references along.
pub(super) fn move_item(
    draft: &mut Draft<'_>,
    from: &Pointer,
    to: &Pointer,
    index: u32,
) -> Result<(), EditError> {
    let (list, at) = place_of(draft, from)?;
    let tree = draft.tree();
    let screens = (screen_of(tree, from), screen_of(tree, to));
    let carried = match screens {
        (Some(a), Some(b)) if a.index != b.index && a.node.id() != draft.at(from)?.id() => {
            Some((a.id(), b.pointer(), fields::inside(draft.at(from)?)))
        }
        _ => None,
    };
    let moved = edits::move_item(draft.at(&list)?, at, draft.at(to)?, index as usize)?;
    draft.commit(moved);
    let arrived = after_removal(to, &list, at).index(index as usize);
    if let Some((old_screen, screen, names)) = carried {
        fields::carry(draft, &old_screen, &after_removal(&screen, &list, at), &arrived, &names)?;
    }
    draft.focus_back = Some(from.clone());
    draft.focus = Some(arrived);
    Ok(())
}

/// A pointer once the item at `index` of `list` has been taken out.
fn after_removal(pointer: &Pointer, list: &Pointer, index: usize) -> Pointer {
    let Some(rest) = pointer.0.strip_prefix(&format!("{}/", list.0)) else { return pointer.clone() };
    let (token, tail) = rest.split_once('/').map_or((rest, None), |(token, tail)| (token, Some(tail)));
    match token.parse::<usize>() {
        Ok(at) if at > index => {
            let moved = list.clone().index(at - 1);
            tail.map_or(moved.clone(), |tail| Pointer(format!("{}/{tail}", moved.0)))
        }
        _ => pointer.clone(),
    }
}

/// Copies items to directly behind themselves, names made unique.
pub(super) fn duplicate(draft: &mut Draft<'_>, items: &[Pointer]) -> Result<(), EditError> {
    let lists = grouped(draft, items)?;
    let mut copies: Vec<Pointer> = Vec::new();
    // From the end, so that earlier arrays keep their pointers.
    for (list, indices) in lists.iter().rev() {
        for index in indices.iter().rev() {
            let copy = list.clone().index(index + 1);
            let mut value = draft.at(&list.clone().index(*index))?.to_value();
            make_unique(draft, list, &mut value)?;
            draft.insert(list, index + 1, &[value])?;
            copies.push(copy);
        }
    }
    draft.focus_back = items.first().cloned();
    draft.focus = copies.pop();
    Ok(())
}

/// Gives a copied item names and ids that are free where it goes: a component's names on its screen, a
/// screen's id in the file, an option's id in its list.
pub(super) fn make_unique(draft: &Draft<'_>, list: &Pointer, item: &mut Value) -> Result<(), EditError> {
    let tree = draft.tree();
    if list.0 == "/screens" {
        let taken = screen_ids(tree);
        let id = item.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
        if let Some(members) = item.as_object_mut() {
            members.insert("id".to_owned(), Value::String(names::free_id(&id, &taken)));
        }
        return Ok(());
    }
    if let Some(screen) = screen_of(tree, list)
        && item.get("type").is_some()
    {
        let mut taken = screen.fields().into_iter().map(|field| field.name).collect();
        fields::rename_inside(item, &mut taken);
        return Ok(());
    }
    if let Some(id) = item.get("id").and_then(Value::as_str) {
        let taken = draft.at(list)?.items().map(|item| text_of(item, "id")).collect();
        let free = names::field_name(id, &taken);
        if let Some(members) = item.as_object_mut() {
            members.insert("id".to_owned(), Value::String(free));
        }
    }
    Ok(())
}
