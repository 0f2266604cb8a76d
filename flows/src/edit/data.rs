//! Names of the values a screen is given, and everything that refers to them.

use super::draft::Draft;
use super::error::EditError;
use super::names;
use super::references::rewrite_all;
use super::view::{screen_actions, screens};
use crate::json::{Kind, Node, TextEdit, edits};

/// Renames a value of a screen's data model and follows every reference: bindings on the screen and from
/// elsewhere, what leads to the screen and sends the value, and what changes it while the screen is open.
pub(super) fn rename(draft: &mut Draft<'_>, screen: &str, from: &str, to: &str) -> Result<(), EditError> {
    let home = draft.screen(screen)?;
    let at = home.pointer().key("data");
    let model = home.node.get("data").filter(|data| data.kind() == Kind::Object);
    let model = model.filter(|data| data.get(from).is_some());
    let Some(model) = model else { return Err(EditError::NoData(from.to_owned())) };
    if from == to {
        return Ok(());
    }
    if !names::is_data_name(to) {
        return Err(EditError::BadDataName(to.to_owned()));
    }
    if model.get(to).is_some() {
        return Err(EditError::DataTaken(to.to_owned()));
    }
    let mut all: Vec<TextEdit> = edits::rename_member(model, from, to)?;
    for other in screens(draft.tree()) {
        for action in screen_actions(other) {
            let sends = action.target().as_deref() == Some(screen);
            let changes = action.is("update_data") && other.index == home.index;
            let payload = action.payload().filter(|payload| (sends || changes) && holds(*payload, from));
            let Some(payload) = payload else { continue };
            if payload.get(to).is_some() {
                // The screen would be given the other value instead.
                return Err(EditError::DataSent(to.to_owned()));
            }
            all.extend(edits::rename_member(payload, from, to)?);
        }
    }
    all.extend(rewrite_all(draft.tree(), &|here, reference| {
        reference.is_data(here, screen, from).then(|| reference.with_name(to))
    }));
    draft.commit(all);
    draft.focus = Some(at.clone());
    draft.focus_back = Some(at);
    Ok(())
}

fn holds(payload: Node<'_>, key: &str) -> bool {
    payload.kind() == Kind::Object && payload.get(key).is_some()
}
