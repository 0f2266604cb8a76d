//! One edit made on a document.

use serde_json::Value;

use super::change::Change;
use super::document::Document;
use super::draft::Draft;
use super::error::EditError;
use super::{Edit, clipboard, components, connect, data, endpoint, fields, items, screens, steps, title};
use crate::json::{Kind, Pointer, Span, TextEdit, edits};

/// An edit that was made.
#[derive(Debug, Clone)]
pub struct Applied {
    /// The document after it.
    pub document: Document,
    /// What leads there.
    pub change: Change,
}

/// How deep batches may lie in each other. Ours: they come from the page, and recursion needs a bound.
const MAX_BATCH_DEPTH: usize = 8;

/// Makes an edit. Everything it does not mean stays byte for byte.
pub fn apply(document: &Document, edit: &Edit) -> Result<Applied, EditError> {
    let title = title::of(document, edit);
    let mut draft = Draft::new(document);
    make(&mut draft, edit, 0)?;
    let (document, change) = draft.finish(title)?;
    Ok(Applied { document, change })
}

/// Makes an edit as a part of a draft.
fn make(draft: &mut Draft<'_>, edit: &Edit, depth: usize) -> Result<(), EditError> {
    if needs_readable(edit)
        && let Some(error) = draft.tree().error()
    {
        let line = draft.tree().lines().place(error.span.start).line;
        return Err(EditError::Unreadable { line });
    }
    match edit {
        Edit::SetProperty { at, key, value } => {
            draft.set(at, key, value)?;
            look_at(draft, at);
            Ok(())
        }
        Edit::RemoveProperty { at, key } => {
            let gone = edits::remove_member(draft.at(at)?, key)?;
            draft.commit(gone);
            look_at(draft, at);
            Ok(())
        }
        Edit::RenameProperty { at, key, to } => {
            let renamed = edits::rename_member(draft.at(at)?, key, to)?;
            draft.commit(renamed);
            look_at(draft, at);
            Ok(())
        }
        Edit::ReplaceValue { at, value } => {
            draft.replace(at, value)?;
            look_at(draft, at);
            Ok(())
        }
        Edit::InsertItem { at, index, value } => insert_item(draft, at, *index, value),
        Edit::RemoveItems { items } => items::remove(draft, items),
        Edit::MoveItem { from, to, index } => items::move_item(draft, from, to, *index),
        Edit::DuplicateItems { items } => items::duplicate(draft, items),
        Edit::AddComponent { parent, index, component } => components::add(draft, parent, *index, component),
        Edit::RenameField { screen, from, to } => fields::rename(draft, screen, from, to),
        Edit::RenameData { screen, from, to } => data::rename(draft, screen, from, to),
        Edit::AddScreen { title, position, connect_from, via } => {
            screens::add(draft, title, *position, connect_from.as_deref(), via.as_ref())
        }
        Edit::InsertScreenBetween { title, from, to } => screens::insert_between(draft, title, from, to),
        Edit::DeleteScreens { screens } => screens::delete(draft, screens),
        Edit::DuplicateScreens { screens, offset } => screens::duplicate(draft, screens, *offset),
        Edit::RenameScreen { from, to } => screens::rename(draft, from, to),
        Edit::ConnectScreens { from, to, via } => connect::connect(draft, from, to, via.as_ref()),
        Edit::DisconnectScreens { from, to } => connect::disconnect(draft, from, to),
        Edit::SetTerminal { screen, terminal } => connect::set_terminal(draft, screen, *terminal),
        Edit::SetEndpoint { asks } => endpoint::set(draft, *asks),
        Edit::AddStep { kind, title, stage, position, after } => {
            let new =
                steps::NewStep { kind, title, stage: *stage, position: *position, after: after.as_ref() };
            steps::add(draft, &new)
        }
        Edit::ConnectSteps { way, to } => steps::connect(draft, way, to),
        Edit::DisconnectStep { way } => steps::disconnect(draft, way),
        Edit::DeleteSteps { steps: ids, heal } => steps::delete(draft, ids, *heal),
        Edit::DuplicateSteps { steps: ids, offset } => steps::duplicate(draft, ids, *offset),
        Edit::Paste { clipboard, parent, index, position } => {
            clipboard::paste(draft, clipboard, parent.as_ref(), *index, *position)
        }
        Edit::MoveCards { positions } => {
            for (screen, at) in positions {
                draft.place(screen, Some(*at));
            }
            Ok(())
        }
        Edit::ForgetPlaces { cards } => {
            for card in cards {
                draft.place(card, None);
            }
            Ok(())
        }
        Edit::ReplaceText { start, end, text } => replace_text(draft, *start, *end, text),
        Edit::RenameFlow { name } => {
            draft.set_name(name);
            Ok(())
        }
        Edit::SetNote { at, value } => {
            draft.note(at, value.as_ref());
            Ok(())
        }
        Edit::Batch { edits, .. } if depth < MAX_BATCH_DEPTH => {
            edits.iter().try_for_each(|edit| make(draft, edit, depth + 1))
        }
        Edit::Batch { .. } => Err(EditError::TooLarge),
    }
}

/// Whether the edit reads the tree. The others work on any text.
fn needs_readable(edit: &Edit) -> bool {
    !matches!(
        edit,
        Edit::MoveCards { .. }
            | Edit::ForgetPlaces { .. }
            | Edit::ReplaceText { .. }
            | Edit::RenameFlow { .. }
            | Edit::SetNote { .. }
            | Edit::Batch { .. }
    )
}

/// The eye goes to the part that was changed, now and when it is taken back.
fn look_at(draft: &mut Draft<'_>, at: &Pointer) {
    draft.focus = Some(at.clone());
    draft.focus_back.get_or_insert_with(|| at.clone());
}

fn insert_item(draft: &mut Draft<'_>, at: &Pointer, index: u32, value: &Value) -> Result<(), EditError> {
    draft.insert(at, index as usize, std::slice::from_ref(value))?;
    draft.focus = Some(at.clone().index(index as usize));
    draft.focus_back.get_or_insert_with(|| at.clone());
    Ok(())
}

fn replace_text(draft: &mut Draft<'_>, start: u32, end: u32, text: &str) -> Result<(), EditError> {
    let lines = draft.tree().lines();
    let byte = |unit: u32| {
        let byte = lines.byte(unit);
        (lines.utf16(byte) == unit).then_some(byte)
    };
    let span = match (byte(start), byte(end)) {
        (Some(start), Some(end)) if start <= end => Span::new(start, end),
        _ => return Err(EditError::OutsideText),
    };
    if draft.tree().text().get(span.start as usize..span.end as usize).is_none() {
        return Err(EditError::OutsideText);
    }
    draft.commit(vec![TextEdit { span, text: text.to_owned() }]);
    let tree = draft.tree();
    if tree.error().is_none() {
        let node = tree.at_offset(span.start);
        let part = node.parent().filter(|_| !matches!(node.kind(), Kind::Object)).unwrap_or(node);
        draft.focus = Some(part.pointer());
    }
    Ok(())
}
