//! Ways to mend what the schema finds: words for what is missing, the value that was meant, or taking it out.

use serde_json::{Value, json};

use super::Fix;
use super::context::MOST_VALUES;
use super::findings::{plain, short};
use super::rules::wrong_type::type_name;
use crate::edit::{Edit, mending};
use crate::facts::{self, ComponentFacts, JsonType};
use crate::flow::ComponentKind;
use crate::json::{Kind, Node};

/// One button.
pub(super) fn fix(title: impl Into<String>, edit: Edit) -> Fix {
    Fix { title: title.into(), edits: vec![edit] }
}

pub(super) fn set(object: Node<'_>, key: &str, value: Value) -> Edit {
    Edit::SetProperty { at: object.pointer(), key: key.to_owned(), value }
}

pub(super) fn replace(node: Node<'_>, value: Value) -> Edit {
    Edit::ReplaceValue { at: node.pointer(), value }
}

pub(super) fn without(object: Node<'_>, key: &str) -> Edit {
    Edit::RemoveProperty { at: object.pointer(), key: key.to_owned() }
}

pub(super) fn remove(object: Node<'_>, key: &str) -> Fix {
    fix(format!("Remove '{}'", plain(key)), without(object, key))
}

pub(super) fn remove_item(item: Node<'_>, title: &str) -> Fix {
    fix(title, Edit::RemoveItems { items: vec![item.pointer()] })
}

/// Nobody has more than this taken out with one button.
pub(super) const MOST_AT_ONCE: usize = 1_000;

/// For what is too much: without it.
pub(super) fn remove_items<'t>(items: impl Iterator<Item = Node<'t>>, title: &str) -> Option<Fix> {
    let items: Vec<_> = items.take(MOST_AT_ONCE + 1).map(Node::pointer).collect();
    (items.len() <= MOST_AT_ONCE).then(|| fix(title, Edit::RemoveItems { items }))
}

/// For a `navigate` action whose payload does not fit: the same way with a payload that does.
pub(super) fn send_what_is_needed(from: &str, to: &str, action: Node<'_>) -> Vec<Fix> {
    match action.pointer().split() {
        Some((via, slot)) if slot == "on-click-action" && from != to => {
            let edit = Edit::ConnectScreens { from: from.to_owned(), to: to.to_owned(), via: Some(via) };
            vec![fix("Send what it needs", edit)]
        }
        _ => Vec::new(),
    }
}

/// A Flow has ten names.
const MOST_NAMES: usize = 1_000;

/// Whether it stands on a screen, or in another part of the Flow, too large to be looked through for each finding.
/// Nobody mends 50,000 things one by one.
pub(super) fn is_out_of_reach(node: Node<'_>) -> bool {
    let ancestors: Vec<Node<'_>> = std::iter::successors(Some(node), |node| node.parent()).collect();
    let part = match ancestors.as_slice() {
        [.., screen, screens, _root] if screens.kind() == Kind::Array => screen,
        [.., part, _root] => part,
        // What the Flow itself holds is large; only its own names are looked through.
        _ => return node.members().nth(MOST_NAMES).is_some(),
    };
    part.count() > MOST_VALUES
}

/// For something missing: put it in.
pub(super) fn fill(object: Node<'_>, property: &str) -> Vec<Fix> {
    if is_out_of_reach(object) {
        return Vec::new();
    }
    if property == "on-click-action" && object.get("type").is_some_and(|kind| kind.is_str("Footer")) {
        return mending::lead_on(object.tree(), &object.pointer());
    }
    let Some(value) = stand_in(object, property) else { return Vec::new() };
    let title = match &value {
        Value::String(text) => format!("Add '{}'", short(text)),
        _ => format!("Add '{}'", plain(property)),
    };
    vec![fix(title, set(object, property, value))]
}

/// For empty or blank text: words to start from, or without it.
pub(super) fn reword(value: Node<'_>, property: &str) -> Vec<Fix> {
    let Some(object) = value.parent().filter(|object| !is_out_of_reach(*object)) else { return Vec::new() };
    let mut fixes = Vec::new();
    if is_optional(object, property) {
        fixes.push(remove(object, property));
    }
    if object.kind() == Kind::Object
        && let Some(new) = stand_in(object, property)
    {
        let words = new.as_str().map(short).unwrap_or_default();
        fixes.push(fix(format!("Write '{words}'"), replace(value, new)));
    }
    fixes
}

/// For a value that is none of the choices: those that look alike first.
pub(super) fn choose<S: AsRef<str>>(value: Node<'_>, choices: &[S]) -> Vec<Fix> {
    /// More buttons would not help to choose.
    const SHOWN: usize = 4;
    let written = value.as_str().unwrap_or_default();
    let mut near: Vec<(usize, &str)> =
        choices.iter().map(AsRef::as_ref).map(|choice| (distance(&written, choice), choice)).collect();
    near.sort_by_key(|(distance, _)| *distance);
    let choose = |choice: &str| fix(format!("Change it to '{choice}'"), replace(value, json!(choice)));
    near.into_iter().take(SHOWN).map(|(_, choice)| choose(choice)).collect()
}

/// For a value of the wrong type: the same as the right one, what a new part has, or without it.
pub(super) fn convert(value: Node<'_>, property: &str, expected: &[JsonType]) -> Vec<Fix> {
    let mut fixes = Vec::new();
    if let Some(new) = expected.iter().find_map(|kind| converted(value, *kind)) {
        let text = new.as_str().map_or_else(|| new.to_string(), str::to_owned);
        fixes.push(fix(format!("Change it to {}", short(&text)), replace(value, new)));
    }
    let is_known = |parent: &Node<'_>| parent.kind() == Kind::Object && !is_out_of_reach(*parent);
    let Some(object) = value.parent().filter(is_known) else { return fixes };
    if is_optional(object, property) {
        fixes.push(remove(object, property));
    } else if fixes.is_empty()
        // An object that is no part may have a name that parts have.
        && let Some(new) = stand_in(object, property).filter(|new| expected.iter().any(|kind| kind.is_of(new)))
    {
        fixes.push(fix(format!("Start '{}' anew", plain(property)), replace(value, new)));
    }
    fixes
}

/// For a value of the wrong type in an object that is no part of a Flow: the same as the right one.
pub(super) fn as_kind(value: Node<'_>, expected: &[JsonType]) -> Vec<Fix> {
    let new = expected.iter().find_map(|kind| converted(value, *kind));
    let text = |new: &Value| new.as_str().map_or_else(|| new.to_string(), str::to_owned);
    new.map(|new| fix(format!("Change it to {}", short(&text(&new))), replace(value, new)))
        .into_iter()
        .collect()
}

fn converted(value: Node<'_>, kind: JsonType) -> Option<Value> {
    let text = value.as_str();
    match kind {
        JsonType::Boolean => match text?.to_ascii_lowercase().trim() {
            "true" | "yes" | "on" => Some(json!(true)),
            "false" | "no" | "off" => Some(json!(false)),
            _ => None,
        },
        JsonType::Number => {
            text?.trim().parse::<f64>().ok().filter(|n| n.is_finite()).map(super::rules::number)
        }
        JsonType::Integer => text?.trim().parse::<i64>().ok().map(Value::from),
        JsonType::String => match value.kind() {
            Kind::Number | Kind::Boolean => Some(json!(value.raw())),
            _ => None,
        },
        _ => None,
    }
}

/// The component facts of an object that is one.
fn facts_of(object: Node<'_>) -> Option<&'static ComponentFacts> {
    ComponentKind::from_name(&object.get("type")?.as_str()?).map(facts::component)
}

/// Members that objects other than components can be without.
const OPTIONAL: [&str; 16] = [
    "description",
    "metadata",
    "image",
    "color",
    "enabled",
    "badge",
    "tags",
    "start",
    "end",
    "terminal",
    "success",
    "refresh_on_back",
    "sensitive",
    "payload",
    "on-select-action",
    "on-unselect-action",
];

/// Whether an object can be without a member.
pub(super) fn is_optional(object: Node<'_>, property: &str) -> bool {
    match facts_of(object) {
        // Help says what a pattern wants.
        Some(_) if property == "helper-text" && object.get("pattern").is_some() => false,
        Some(facts) => facts.property(property).is_some_and(|known| !known.required),
        None if property == "payload" => !is_select_action(object),
        None => OPTIONAL.contains(&property),
    }
}

/// Whether an object is what happens when something is chosen, which cannot be without a payload.
fn is_select_action(object: Node<'_>) -> bool {
    let slot = object.pointer().split().map(|(_, slot)| slot);
    slot.is_some_and(|slot| slot == "on-select-action" || slot == "on-unselect-action")
}

/// A value to start from for a member that is missing or cannot stay.
pub(super) fn stand_in(object: Node<'_>, property: &str) -> Option<Value> {
    let at = object.pointer();
    if facts_of(object).is_some() {
        return mending::new_member(object.tree(), &at, property);
    }
    let tokens: Vec<_> = at.tokens().map(std::borrow::Cow::into_owned).collect();
    let steps: Vec<&str> = tokens.iter().map(String::as_str).collect();
    match (steps.as_slice(), property) {
        (["screens", _], "id" | "title" | "layout") => mending::new_screen_member(object, property),
        ([.., "layout"], "type") => Some(json!("SingleColumnLayout")),
        ([.., "layout"], "children") => Some(json!([])),
        ([.., "data-source", _], "id" | "title") | ([.., "list-items", _], "id") => {
            Some(mending::new_option_member(object, property))
        }
        ([.., "list-items", _], "main-content") => Some(json!({"title": "New choice"})),
        ([.., "main-content"], "title") => Some(json!("New choice")),
        ([.., "images", _], "alt-text") => Some(json!("New picture")),
        ([.., "next"], "type") => Some(json!("screen")),
        ([.., "on-select-action" | "on-unselect-action"], "payload") => Some(json!({})),
        (["screens", _, "data", _], "type") => {
            object.get("__example__").map(|example| json!(type_name(example.kind())))
        }
        (["screens", _, "data", _], "__example__") => object.get("type").and_then(example_of),
        _ => None,
    }
}

fn example_of(kind: Node<'_>) -> Option<Value> {
    match kind.as_str()?.as_ref() {
        "string" => Some(json!("Example")),
        "number" | "integer" => Some(json!(1)),
        "boolean" => Some(json!(true)),
        "array" => Some(json!([])),
        "object" => Some(json!({})),
        _ => None,
    }
}

/// The choice that was meant, when one is close enough to what is written.
pub(super) fn meant<'c>(written: &str, choices: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    let near =
        choices.map(|choice| (distance(written, choice), choice)).min_by_key(|(distance, _)| *distance);
    near.filter(|(distance, choice)| *distance <= choice.len().min(written.len()) / 3)
        .map(|(_, choice)| choice)
}

/// How many letters differ (Levenshtein), upper and lower case and `-`, `_` taken as the same.
fn distance(a: &str, b: &str) -> usize {
    /// Longer texts are not spelling mistakes of a choice.
    const LONGEST: usize = 40;
    let plain = |text: &str| -> String {
        text.chars().take(LONGEST).map(|c| if c == '_' { '-' } else { c.to_ascii_lowercase() }).collect()
    };
    strsim::levenshtein(&plain(a), &plain(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_mistakes_are_understood() {
        let names = || ["TextInput", "TextArea", "TextBody", "Footer"].into_iter();
        assert_eq!(meant("textinput", names()), Some("TextInput"));
        assert_eq!(meant("Text-Bdy", names()), Some("TextBody"));
        assert_eq!(meant("Fotter", names()), Some("Footer"));
        assert_eq!(meant("Map", names()), None);
        assert_eq!(distance("kitten", "sitting"), 3);
    }
}
