//! Taking out what refers to answers or screens that are gone, so that nothing dangles.
//!
//! A payload loses the value; texts that would read it go; an If or Switch that asks for it gives way to
//! what everybody else sees; optional properties that read it go. What is required (a label, an option
//! list) stays for the owner to decide, and the checks name it.

use std::collections::BTreeSet;

use serde_json::Value;

use super::connect::empty_value;
use super::draft::Draft;
use super::error::EditError;
use super::fields::KEYED_BY_FIELD;
use super::references::{Reference, mentions};
use super::view::{Part, ScreenNode, TEXTS, screen_actions, screens, text_of};
use crate::json::{Kind, Node, Pointer, edits};

/// Whether a binding, written on the screen of this id, reads what is gone.
type Fits<'f> = &'f dyn Fn(&str, &Reference<'_>) -> bool;

/// Takes out what refers to answers of a screen. Answers that another part still gives are kept.
pub(super) fn fields(draft: &mut Draft<'_>, screen: &str, names: &BTreeSet<String>) -> Result<(), EditError> {
    let mut names = names.clone();
    for home in screens(draft.tree()).into_iter().filter(|s| s.id() == screen) {
        home.fields().iter().for_each(|field| {
            names.remove(&field.name);
        });
    }
    if names.is_empty() {
        return Ok(());
    }
    lists(draft, screen, &names)?;
    bindings(draft, &|here, reference| names.iter().any(|name| reference.is_field(here, screen, name)))
}

/// Takes out what refers to screens.
pub(super) fn screens_gone(draft: &mut Draft<'_>, ids: &BTreeSet<String>) -> Result<(), EditError> {
    bindings(draft, &|_, reference| reference.screen.is_some_and(|id| ids.contains(id)))
}

/// Takes names out of a screen's `sensitive` and its Form's values.
pub(super) fn lists(draft: &mut Draft<'_>, screen: &str, names: &BTreeSet<String>) -> Result<(), EditError> {
    let mut all = Vec::new();
    for home in screens(draft.tree()).into_iter().filter(|s| s.id() == screen) {
        if let Some(sensitive) = home.node.get("sensitive") {
            let gone: Vec<usize> = sensitive
                .items()
                .enumerate()
                .filter(|(_, item)| item.as_str().is_some_and(|name| names.contains(name.as_ref())))
                .map(|(index, _)| index)
                .collect();
            if !gone.is_empty() && gone.len() == sensitive.items().count() {
                all.extend(edits::remove_member(home.node, "sensitive")?);
            } else if !gone.is_empty() {
                all.extend(edits::remove_items(sensitive, &gone)?);
            }
        }
    }
    draft.commit(all);
    let mut keyed: Vec<(Pointer, String)> = Vec::new();
    for home in screens(draft.tree()).into_iter().filter(|s| s.id() == screen) {
        for part in home.parts() {
            for key in KEYED_BY_FIELD {
                let members = part.node.get(key).into_iter().flat_map(Node::members);
                let gone = members.map(|m| m.key().into_owned()).filter(|name| names.contains(name));
                keyed.extend(gone.map(|name| (part.at.clone().key(key), name)));
            }
        }
    }
    keyed.iter().try_for_each(|(at, key)| draft.unset(at, key))
}

fn bindings(draft: &mut Draft<'_>, fits: Fits<'_>) -> Result<(), EditError> {
    let count = screens(draft.tree()).len();
    for nth in 0..count {
        let touched = |draft: &Draft<'_>| {
            let screen = screens(draft.tree()).into_iter().nth(nth)?;
            let id = screen.id();
            mentions(screen.node, &|reference| fits(&id, reference)).then_some(())
        };
        if touched(draft).is_none() {
            continue;
        }
        while let Some(step) = screens(draft.tree()).get(nth).and_then(|screen| part_to_go(*screen, fits)) {
            take_out(draft, step)?;
        }
        payloads(draft, nth, fits)?;
        properties(draft, nth, fits)?;
    }
    Ok(())
}

/// A component that goes, and the list of its content that stays in its place.
struct Gone {
    at: Pointer,
    stays: Option<Pointer>,
}

fn part_to_go(screen: ScreenNode<'_>, fits: Fits<'_>) -> Option<Gone> {
    let id = screen.id();
    let reads = |part: &Part<'_>, key: &str| {
        part.node.get(key).is_some_and(|value| mentions(value, &|reference| fits(&id, reference)))
    };
    let parts = screen.parts();
    for part in &parts {
        let kind = part.kind();
        if TEXTS.contains(&kind.as_str()) && reads(part, "text") {
            // A branch may not become empty: the whole If goes instead.
            let (list, _) = part.at.split()?;
            let branch = list.split().filter(|(_, key)| key == "then");
            let lone = screen.node.tree().at(&list).is_some_and(|list| list.items().count() == 1);
            let owner = branch.and_then(|(at, _)| parts.iter().find(|p| p.at == at)).filter(|_| lone);
            return Some(match owner {
                Some(branching) => Gone { at: branching.at.clone(), stays: other_branch(branching) },
                None => Gone { at: part.at.clone(), stays: None },
            });
        }
        if kind == "If" && reads(part, "condition") || kind == "Switch" && reads(part, "value") {
            return Some(Gone { at: part.at.clone(), stays: other_branch(part) });
        }
    }
    None
}

/// What people see who do not fit the condition; the first branch with a Footer when only branches have one.
fn other_branch(part: &Part<'_>) -> Option<Pointer> {
    let mut branches: Vec<(Pointer, Node<'_>)> = Vec::new();
    for key in ["else", "then"] {
        branches.extend(part.node.get(key).map(|list| (part.at.clone().key(key), list)));
    }
    let cases = part.at.clone().key("cases");
    let members: Vec<_> = part.node.get("cases").into_iter().flat_map(Node::members).collect();
    let (others, named): (Vec<_>, Vec<_>) = members.into_iter().partition(|case| case.name.is_str("default"));
    branches.extend(others.into_iter().chain(named).map(|c| (cases.clone().key(&c.key()), c.value)));
    let has_footer = |list: &Node<'_>| list.items().any(|item| text_of(item, "type") == "Footer");
    let with_footer = branches.iter().find(|(_, list)| has_footer(list));
    let otherwise = || branches.iter().find(|(at, _)| at.0.ends_with("/else") || at.0.ends_with("/default"));
    with_footer.or_else(otherwise).map(|(at, _)| at.clone())
}

fn take_out(draft: &mut Draft<'_>, gone: Gone) -> Result<(), EditError> {
    let (list, index) = super::items::place_of(draft, &gone.at)?;
    let mut at = index;
    if let Some(stays) = gone.stays {
        let rest = stays.0.strip_prefix(&gone.at.0).unwrap_or_default().to_owned();
        loop {
            // Each move pushes the component one place further.
            let from = Pointer(format!("{}{rest}", list.clone().index(at).0));
            if draft.at(&from)?.items().next().is_none() {
                break;
            }
            let moved = edits::move_item(draft.at(&from)?, 0, draft.at(&list)?, at)?;
            draft.commit(moved);
            at += 1;
        }
    }
    draft.remove(&list, &[at])
}

fn payloads(draft: &mut Draft<'_>, nth: usize, fits: Fits<'_>) -> Result<(), EditError> {
    let mut changes: Vec<(Pointer, String, Option<Value>)> = Vec::new();
    let all = screens(draft.tree());
    let Some(screen) = all.get(nth) else { return Ok(()) };
    let id = screen.id();
    for action in screen_actions(*screen) {
        let Some(payload) = action.payload().filter(|p| p.kind() == Kind::Object) else { continue };
        let target = action.target().and_then(|id| all.iter().find(|s| s.id() == id)).map(|s| s.data());
        for member in payload.members() {
            if mentions(member.value, &|reference| fits(&id, reference)) {
                let key = member.key().into_owned();
                let expected = target.iter().flatten().find(|(name, _)| *name == key);
                let value = expected.map(|(_, schema)| empty_value(*schema));
                changes.push((action.pointer().key("payload"), key, value));
            }
        }
    }
    for (at, key, value) in changes {
        match value {
            Some(value) => draft.set(&at, &key, &value)?,
            None => draft.unset(&at, &key)?,
        }
    }
    Ok(())
}

/// Properties a component cannot be without, and those other steps look after.
const KEPT: [&str; 13] = [
    "text",
    "label",
    "src",
    "data-source",
    "list-items",
    "images",
    "condition",
    "value",
    "name",
    "type",
    "children",
    "on-click-action",
    "cases",
];

fn properties(draft: &mut Draft<'_>, nth: usize, fits: Fits<'_>) -> Result<(), EditError> {
    let mut gone: Vec<(Pointer, String)> = Vec::new();
    let all = screens(draft.tree());
    let Some(screen) = all.get(nth) else { return Ok(()) };
    let id = screen.id();
    let fits = |reference: &Reference<'_>| fits(&id, reference);
    for part in screen.parts() {
        for member in part.node.members() {
            let key = member.key().into_owned();
            if KEYED_BY_FIELD.contains(&key.as_str()) && member.value.kind() == Kind::Object {
                let values = member.value.members().filter(|value| mentions(value.value, &fits));
                let at = part.at.clone().key(&key);
                gone.extend(values.map(|value| (at.clone(), value.key().into_owned())));
            } else if member.value.kind() == Kind::String
                && !KEPT.contains(&key.as_str())
                && mentions(member.value, &fits)
            {
                gone.push((part.at.clone(), key));
            }
        }
    }
    gone.iter().try_for_each(|(at, key)| draft.unset(at, key))
}
