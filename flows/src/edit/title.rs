//! What the undo list calls an edit. The words are read from the document before it.

use serde_json::Value;

use super::Edit;
use super::document::Document;
use super::draft::only_screen;
use super::names;
use super::steps::{only_step, step_at};
use super::view::{screen_of, screens, screens_pointer, text_of};
use crate::answers;
use crate::journey::is_journey;
use crate::json::{Node, Pointer};

/// The title of one edit, for example: delete 'Ask size'.
pub(super) fn of(document: &Document, edit: &Edit) -> String {
    let part = |at: &Pointer| called(document, at);
    match edit {
        Edit::SetProperty { at, key, .. } | Edit::RemoveProperty { at, key } => {
            format!("change {} of {}", plain(key), part(at))
        }
        Edit::RenameProperty { at, key, to } => {
            format!("rename {} to {} in {}", plain(key), plain(to), part(at))
        }
        Edit::ReplaceValue { at, .. } => format!("change {}", part(at)),
        Edit::InsertItem { at, .. } => format!("add to {}", part(at)),
        Edit::RemoveItems { items } => format!("delete {}", many(items, "parts", part)),
        Edit::MoveItem { from, .. } => format!("move {}", part(from)),
        Edit::DuplicateItems { items } => format!("duplicate {}", many(items, "parts", part)),
        Edit::AddComponent { component, .. } => format!("add {}", words_of(component)),
        Edit::RenameField { from, to, .. } | Edit::RenameData { from, to, .. } => {
            format!("rename '{}' to '{}'", names::short(from), names::short(to))
        }
        Edit::AddScreen { title, .. } | Edit::InsertScreenBetween { title, .. } => {
            format!("add screen '{}'", names::short(title))
        }
        Edit::DeleteScreens { screens } => {
            format!("delete {}", many(screens, "screens", |id| screen(document, id)))
        }
        Edit::DuplicateScreens { screens, .. } => {
            format!("duplicate {}", many(screens, "screens", |id| screen(document, id)))
        }
        Edit::RenameScreen { from, to } => {
            format!("rename {} to '{}'", screen(document, from), names::short(to))
        }
        Edit::ConnectScreens { from, to, .. } => {
            format!("connect {} to {}", screen(document, from), screen(document, to))
        }
        Edit::DisconnectScreens { from, to } => {
            format!("disconnect {} from {}", screen(document, from), screen(document, to))
        }
        Edit::SetTerminal { screen: id, terminal: true } => format!("end at {}", screen(document, id)),
        Edit::SetTerminal { screen: id, terminal: false } => {
            format!("do not end at {}", screen(document, id))
        }
        Edit::SetEndpoint { asks: true } => "ask your own system".to_owned(),
        Edit::SetEndpoint { asks: false } => "do not ask your own system".to_owned(),
        Edit::AddStep { title, .. } => format!("add '{}'", names::short(title)),
        Edit::ConnectSteps { way, to } => {
            format!("connect {} to {}", step(document, &way.from), step(document, to))
        }
        Edit::DisconnectStep { way } => format!("disconnect {}", step(document, &way.from)),
        Edit::DeleteSteps { steps, .. } => {
            format!("delete {}", many(steps, "steps", |id| step(document, id)))
        }
        Edit::DuplicateSteps { steps, .. } => {
            format!("duplicate {}", many(steps, "steps", |id| step(document, id)))
        }
        Edit::Paste { .. } => "paste".to_owned(),
        Edit::MoveCards { positions } => {
            let ids: Vec<_> = positions.keys().cloned().collect();
            format!("move {}", many(&ids, "cards", |id| card(document, id)))
        }
        Edit::ForgetPlaces { .. } => "tidy the cards".to_owned(),
        Edit::ReplaceText { start, end, text } => match (start == end, text.is_empty()) {
            (true, _) => "type in the source".to_owned(),
            (false, true) => "delete in the source".to_owned(),
            (false, false) => "change the source".to_owned(),
        },
        Edit::RenameFlow { name } => format!("name the Flow '{}'", names::short(name)),
        Edit::SetNote { at, value } if answers::is_sample(at) => {
            sample(document.notes().get(at), value.as_ref())
        }
        Edit::SetNote { at, value } if at.tokens().next().is_some_and(|kind| kind == "tests") => {
            test(document.notes().get(at), value.as_ref())
        }
        Edit::SetNote { at, .. } => noted(at),
        Edit::Batch { name: Some(name), .. } => name.clone(),
        Edit::Batch { edits, .. } => {
            edits.first().map_or_else(|| "change".to_owned(), |edit| of(document, edit))
        }
    }
}

/// A note, by its kind.
fn noted(at: &Pointer) -> String {
    let parts: Vec<_> = at.tokens().collect();
    match parts.as_slice() {
        [kind, tag, original] if kind == "words" => format!("translate '{}' ({tag})", names::short(original)),
        [kind, tag] if kind == "languages" => format!("change the language {tag}"),
        [kind] if kind == "language" => "name the language of the original".to_owned(),
        _ => "change what is noted".to_owned(),
    }
}

/// One by its name, more by their number.
fn many<T>(items: &[T], what: &str, name: impl Fn(&T) -> String) -> String {
    match items {
        [one] => name(one),
        more => format!("{} {what}", more.len()),
    }
}

/// A sample answer that is kept, changed or dropped.
fn sample(before: Option<&Value>, after: Option<&Value>) -> String {
    let what = match (before, after) {
        (None, Some(_)) => "add",
        (_, None) => "delete",
        (Some(_), Some(_)) => "change",
    };
    let name = after.or(before).and_then(|note| note.get("name")).and_then(Value::as_str);
    match name.filter(|name| !name.trim().is_empty()) {
        Some(name) => format!("{what} answer '{}'", names::short(name)),
        None => format!("{what} an answer"),
    }
}

/// A run that is kept as a test, changed or dropped.
fn test(before: Option<&Value>, after: Option<&Value>) -> String {
    let what = match (before, after) {
        (None, Some(_)) => "save",
        (_, None) => "delete",
        (Some(_), Some(_)) => "change",
    };
    let name = after.or(before).and_then(|note| note.get("name")).and_then(Value::as_str);
    format!("{what} test '{}'", names::short(name.unwrap_or_default()))
}

/// A screen of a Flow, or a step of a journey.
fn card(document: &Document, id: &str) -> String {
    if only_screen(document.tree(), id).is_ok() { screen(document, id) } else { step(document, id) }
}

/// What people call a step: its title, else its id.
fn step(document: &Document, id: &str) -> String {
    let title = only_step(document.tree(), id).map(|(_, node)| names::short(&text_of(node, "title")));
    let title = title.unwrap_or_default();
    format!("'{}'", if title.is_empty() { names::short(id) } else { title })
}

fn screen(document: &Document, id: &str) -> String {
    let title = only_screen(document.tree(), id).map(names::of_screen).unwrap_or_default();
    if title.is_empty() { format!("'{}'", names::short(id)) } else { format!("'{title}'") }
}

/// What people call the innermost part, screen or list item a pointer lies in.
fn called(document: &Document, at: &Pointer) -> String {
    let tree = document.tree();
    if let Some(id) = step_at(tree, at) {
        return step(document, &id);
    }
    let mut way = Some(at.clone());
    while let Some(pointer) = way {
        if let Some(screen) = screens(tree).into_iter().find(|screen| screen.pointer() == pointer) {
            return format!("'{}'", names::of_screen(screen));
        }
        if pointer == screens_pointer() || screen_of(tree, &pointer).is_none() {
            break;
        }
        if let Some(node) = tree.at(&pointer).filter(|node| is_named(*node)) {
            return format!("'{}'", names::of_part(node));
        }
        way = pointer.split().map(|(parent, _)| parent);
    }
    if is_journey(tree.root()) { "the journey".to_owned() } else { "the Flow".to_owned() }
}

/// A component other than a layout, an option or a list item.
fn is_named(node: Node<'_>) -> bool {
    let kind =
        node.get("type").is_some_and(|kind| !kind.is_str("SingleColumnLayout") && !kind.is_str("screen"));
    kind && node.get("__example__").is_none() || node.get("id").is_some()
}

/// A property's name as words: `helper-text` is helper text.
fn plain(key: &str) -> String {
    names::short(&key.replace(['-', '_'], " "))
}

/// A component's type as words: `TextInput` is text input.
fn words_of(component: &str) -> String {
    let mut words = String::new();
    for c in component.chars() {
        if c.is_uppercase() && !words.is_empty() && !words.ends_with(' ') {
            words.push(' ');
        }
        words.extend(c.to_lowercase());
    }
    names::short(&words)
}
