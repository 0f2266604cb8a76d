//! Screens of two texts laid side by side.

use serde_json::Value;

use super::{Difference, note, parts, words};

/// Members of the file and of a screen that are compared part by part.
const SCREENS: &str = "screens";
const LAYOUT: &str = "layout";

pub(super) fn compare(before: &Value, after: &Value, found: &mut Vec<Difference>) {
    for key in keys(before, after) {
        if key == "routing_model" {
            routes(before.get(&key), after.get(&key), found);
        } else if key != SCREENS {
            let place = || format!("Form settings: {}", words::property(&key));
            note(place, before.get(&key), after.get(&key), found);
        }
    }
    match (list(before), list(after)) {
        (Some(old), Some(new)) => all(old, new, found),
        _ => note(|| "Screens".to_owned(), before.get(SCREENS), after.get(SCREENS), found),
    }
}

fn list(flow: &Value) -> Option<&Vec<Value>> {
    flow.get(SCREENS)?.as_array()
}

fn all(before: &[Value], after: &[Value], found: &mut Vec<Difference>) {
    let old = keyed(before);
    let new = keyed(after);
    for (key, screen) in &new {
        let place = place(screen);
        match old.iter().find(|(other, _)| other == key) {
            Some((_, earlier)) => one(&place, earlier, screen, found),
            None => found.push(Difference::new(place, None, Some(parts::summary(screen)))),
        }
    }
    for (key, screen) in &old {
        if !new.iter().any(|(other, _)| other == key) {
            found.push(Difference::new(place(screen), Some(parts::summary(screen)), None));
        }
    }
    order(&old, &new, found);
}

/// Screens with what they are the same by: the id, and which one of that id.
fn keyed(screens: &[Value]) -> Vec<((String, usize), &Value)> {
    let mut seen: Vec<String> = Vec::new();
    screens
        .iter()
        .map(|screen| {
            let id = screen.get("id").map(words::shown).unwrap_or_default();
            let number = seen.iter().filter(|other| **other == id).count();
            seen.push(id.clone());
            ((id, number), screen)
        })
        .collect()
}

/// Tells when screens that both texts have stand in another order.
fn order(old: &[((String, usize), &Value)], new: &[((String, usize), &Value)], found: &mut Vec<Difference>) {
    let common = |these: &[((String, usize), &Value)], those: &[((String, usize), &Value)]| {
        let kept = these.iter().filter(|(key, _)| those.iter().any(|(other, _)| other == key));
        kept.map(|(key, screen)| (key.clone(), title(screen))).collect::<Vec<_>>()
    };
    let (before, after) = (common(old, new), common(new, old));
    if before.iter().map(|(key, _)| key).ne(after.iter().map(|(key, _)| key)) {
        let names = |list: Vec<((String, usize), String)>| {
            words::short(&list.into_iter().map(|(_, title)| title).collect::<Vec<_>>().join(", "))
        };
        found.push(Difference::new(
            "Order of the screens".to_owned(),
            Some(names(before)),
            Some(names(after)),
        ));
    }
}

fn one(place: &str, before: &Value, after: &Value, found: &mut Vec<Difference>) {
    if before == after {
        return;
    }
    for key in keys(before, after) {
        match (key.as_str(), before.get(&key), after.get(&key)) {
            (LAYOUT, Some(old), Some(new)) => parts::compare(place, old, new, found),
            (_, old, new) => note(|| format!("{place}, {}", setting(&key)), old, new, found),
        }
    }
    // Two that are not objects have no members to differ in.
    if !before.is_object() || !after.is_object() {
        note(|| place.to_owned(), Some(before), Some(after), found);
    }
}

fn setting(key: &str) -> String {
    match key {
        "terminal" => "is the end of the form".to_owned(),
        "success" => "counts as success".to_owned(),
        "data" => "data it is given".to_owned(),
        "refresh_on_back" => "asks again on the way back".to_owned(),
        "sensitive" => "answers kept out of the summary".to_owned(),
        other => words::property(other),
    }
}

/// Ways from screen to screen; only those that differ are told.
fn routes(before: Option<&Value>, after: Option<&Value>, found: &mut Vec<Difference>) {
    match (before, after) {
        (Some(old @ Value::Object(_)), Some(new @ Value::Object(_))) => {
            for key in keys(old, new) {
                note(|| format!("Ways that lead on from {key}"), old.get(&key), new.get(&key), found);
            }
        }
        _ => note(|| "Ways between the screens".to_owned(), before, after, found),
    }
}

/// Members of either, those of the new one first, each once.
pub(super) fn keys(before: &Value, after: &Value) -> Vec<String> {
    let of =
        |value: &Value| value.as_object().map(|object| object.keys().cloned().collect()).unwrap_or_default();
    let mut keys: Vec<String> = of(after);
    let old: Vec<String> = of(before);
    keys.extend(old.into_iter().filter(|key| after.get(key).is_none()));
    keys
}

fn title(screen: &Value) -> String {
    let named =
        ["title", "id"].iter().find_map(|key| screen.get(key)?.as_str().filter(|text| !text.is_empty()));
    words::short(named.unwrap_or("without a title"))
}

fn place(screen: &Value) -> String {
    format!("Screen \"{}\"", title(screen))
}
