//! Which edits are one intention: typing in one field, nudging one card, one after the other.

use flows::edit::{Edit, Step, Timeline};
use serde_json::Value;

/// A pause longer than this ends a gesture, in milliseconds. Ours.
const PAUSE: i64 = 2000;

/// What an edit continues, if anything. The same key again within the pause belongs to the same step.
pub(crate) fn of(edit: &Edit) -> Option<String> {
    match edit {
        Edit::SetProperty { at, key, value: Value::String(_) } => Some(format!("{}/{key}", at.0)),
        Edit::ReplaceValue { at, value: Value::String(_) } => Some(at.0.clone()),
        Edit::ReplaceText { .. } => Some("text".to_owned()),
        Edit::RenameFlow { .. } => Some("name".to_owned()),
        Edit::SetNote { at, value: Some(_) } => Some(format!("note {}", at.0)),
        Edit::MoveCards { positions } => {
            let screens: Vec<&str> = positions.keys().map(String::as_str).collect();
            Some(format!("move {}", screens.join(" ")))
        }
        // Typing that has a name goes on with typing of that name; a fix that writes the same text is a step of its own.
        Edit::Batch { name: Some(name), edits } if edits.len() == 1 => {
            edits.first().and_then(of).map(|key| format!("{name} {key}"))
        }
        _ => None,
    }
}

/// Adds a step. Depends on nothing but the steps themselves, so that a replay gives the same timeline.
pub(crate) fn record(timeline: &mut Timeline, step: Step) {
    if timeline.last().is_some_and(|last| step.at.saturating_sub(last.at) > PAUSE) {
        timeline.end_gesture();
    }
    timeline.record(step);
}

/// Repeats undo and redo on the timeline alone. Gives whether there were so many steps.
pub(crate) fn skip(timeline: &mut Timeline, steps: i32) -> bool {
    let moved = timeline.skip(steps);
    timeline.end_gesture();
    moved
}
