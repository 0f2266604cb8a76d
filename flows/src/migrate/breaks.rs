//! Where a version broke with the one before it, oldest first. What the checks of the new version find by themselves
//! and mend with one fix is not among them.

use jiff::{Timestamp, tz::TimeZone};
use serde_json::{Value, json};

use crate::edit::{Edit, mending};
use crate::expr::{Source, binding};
use crate::flow::{Component, ComponentKind, Flow, Screen, Version};
use crate::json::{Kind, Node, Pointer, Tree};

/// A break.
pub(super) struct Break {
    /// Whether it lies between these two versions.
    pub(super) lies_between: fn(Version, Version) -> bool,
    /// Why, in plain words.
    pub(super) why: &'static str,
    /// The places of a Flow that it concerns.
    pub(super) find: fn(&Tree) -> Vec<Found>,
}

/// A place that a break concerns.
pub(super) struct Found {
    pub(super) what: String,
    pub(super) place: Pointer,
    /// None when the text stays and only works differently.
    pub(super) edits: Vec<Edit>,
}

const V3: Version = Version::new(3, 0);
const V4: Version = Version::new(4, 0);
const V5: Version = Version::new(5, 0);
const V6: Version = Version::new(6, 0);
const V7: Version = Version::new(7, 0);

pub(super) static ALL: &[Break] = &[
    Break {
        lies_between: |from, to| from < V3 && V3 <= to,
        why: "From 3.0 on the address belongs to the Flow's settings in the account. Note it down to set it there.",
        find: endpoint_address,
    },
    Break {
        lies_between: |from, to| from < V4 && V4 <= to,
        why: "From 4.0 on a list of choices needs a question above it.",
        find: group_labels,
    },
    Break {
        lies_between: |from, to| from < V5 && V5 <= to,
        why: "From 5.0 on days are written YYYY-MM-DD, no longer as milliseconds.",
        find: dates,
    },
    Break {
        lies_between: |from, to| from < V5 && V5 <= to,
        why: "From 5.0 on your system gets days as YYYY-MM-DD and has to send them so.",
        find: answered_dates,
    },
    Break {
        lies_between: |from, to| from < V6 && V6 <= to && to < V7,
        why: "In 6.0 to 6.3 what happens on choosing also happens when the screen appears with a choice made.",
        find: select_actions,
    },
    Break {
        lies_between: |from, to| V6 <= from && from < V7 && V7 <= to,
        why: "From 7.0 on it happens on choosing only, no longer when the screen appears.",
        find: select_actions,
    },
];

fn endpoint_address(tree: &Tree) -> Vec<Found> {
    let Some(address) = tree.root().get("data_channel_uri") else { return Vec::new() };
    let what = match address.as_str() {
        Some(written) => format!("The endpoint's address {written} leaves the text"),
        None => "The endpoint's address leaves the text".to_owned(),
    };
    let edit = Edit::RemoveProperty { at: Pointer::root(), key: "data_channel_uri".to_owned() };
    vec![Found { what, place: address.pointer(), edits: vec![edit] }]
}

fn group_labels(tree: &Tree) -> Vec<Found> {
    let flow = Flow::of(tree);
    let groups = [ComponentKind::CheckboxGroup, ComponentKind::RadioButtonsGroup];
    parts(&flow)
        .filter(|(_, part)| groups.iter().any(|kind| part.is(*kind)) && part.get("label").is_none())
        .map(|(_, part)| {
            let label = mending::title_from(&part.name().unwrap_or_default());
            let at = part.node.pointer();
            let what = format!("A list of choices gets the question '{label}'");
            let edit = Edit::SetProperty { at: at.clone(), key: "label".to_owned(), value: json!(label) };
            Found { what, place: at, edits: vec![edit] }
        })
        .collect()
}

/// Properties of a `DatePicker` that hold days.
const DAYS: [&str; 4] = ["min-date", "max-date", "unavailable-dates", "init-value"];

fn dates(tree: &Tree) -> Vec<Found> {
    let flow = Flow::of(tree);
    let mut found = Vec::new();
    for (screen, part) in parts(&flow) {
        if part.is(ComponentKind::Form) {
            let pickers =
                || screen.components().into_iter().filter(|part| part.is(ComponentKind::DatePicker));
            for value in part.get("init-values").into_iter().flat_map(Node::members) {
                if pickers().any(|picker| picker.name().as_deref() == Some(value.key().as_ref())) {
                    day_at(screen, value.value, &mut found);
                }
            }
        }
        if part.is(ComponentKind::DatePicker) {
            for value in DAYS.iter().filter_map(|key| part.get(key)) {
                day_at(screen, value, &mut found);
            }
        }
    }
    found
}

/// A value that is days, or is bound to an example that is.
fn day_at(screen: &Screen<'_>, value: Node<'_>, found: &mut Vec<Found>) {
    let bound = value.as_str().and_then(|written| {
        let reference = binding::whole(&written)?;
        let here = reference.screen.is_none_or(|id| id == screen.id) && reference.source == Source::Data;
        here.then(|| screen.data?.schema(reference.path)).flatten()
    });
    let Some(schema) = bound else {
        if let Some(new) = as_days(value) {
            found.push(replaced(value, new));
        }
        return;
    };
    let Some(example) = schema.get("__example__") else { return };
    let Some(new) = as_days(example) else { return };
    let mut change = replaced(example, new);
    // two fields can be bound to the same value
    if found.iter().any(|before| before.place == change.place) {
        return;
    }
    for kind in [schema.get("type"), schema.get("items").and_then(|items| items.get("type"))] {
        if let Some(kind) = kind.filter(|kind| kind.is_str("number") || kind.is_str("integer")) {
            change.edits.push(Edit::ReplaceValue { at: kind.pointer(), value: json!("string") });
        }
    }
    found.push(change);
}

fn replaced(value: Node<'_>, new: Value) -> Found {
    let at = value.pointer();
    let what = match &new {
        Value::String(day) => format!("The day {} becomes {day}", value.raw().trim_matches('"')),
        _ => "A list of days is written as dates".to_owned(),
    };
    Found { what, place: at.clone(), edits: vec![Edit::ReplaceValue { at, value: new }] }
}

/// Milliseconds since 1970 as days (UTC); none when nothing in it is milliseconds.
fn as_days(value: Node<'_>) -> Option<Value> {
    let day = |milliseconds: i64| {
        let moment = Timestamp::from_millisecond(milliseconds).ok()?;
        Some(json!(moment.to_zoned(TimeZone::UTC).date().to_string()))
    };
    match value.kind() {
        Kind::Number => day(value.raw().parse().ok()?),
        Kind::String => day(value.as_str()?.trim().parse().ok()?),
        Kind::Array => {
            let items: Vec<Option<Value>> = value.items().map(as_days).collect();
            let any = items.iter().any(Option::is_some);
            let kept = || value.items().zip(items).map(|(item, day)| day.unwrap_or_else(|| item.to_value()));
            any.then(|| Value::Array(kept().collect()))
        }
        _ => None,
    }
}

fn answered_dates(tree: &Tree) -> Vec<Found> {
    let flow = Flow::of(tree);
    if flow.data_api_version.is_none() {
        return Vec::new();
    }
    noted(&flow, "The answer of a date", |part| part.is(ComponentKind::DatePicker))
}

fn select_actions(tree: &Tree) -> Vec<Found> {
    noted(&Flow::of(tree), "What happens on choosing", |part| part.get("on-select-action").is_some())
}

/// Parts that work differently although their text stays.
fn noted(flow: &Flow<'_>, what: &str, concerned: fn(&Component<'_>) -> bool) -> Vec<Found> {
    parts(flow)
        .filter(|(_, part)| concerned(part))
        .map(|(_, part)| {
            let what = format!("{what} '{}'", part.name().unwrap_or_default());
            Found { what, place: part.node.pointer(), edits: Vec::new() }
        })
        .collect()
}

/// Every part of every screen, with its screen.
fn parts<'f, 't>(flow: &'f Flow<'t>) -> impl Iterator<Item = (&'f Screen<'t>, Component<'t>)> {
    flow.screens.iter().flat_map(|screen| screen.components().into_iter().map(move |part| (screen, part)))
}
