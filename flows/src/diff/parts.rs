//! Parts of a screen laid side by side.

use serde_json::Value;

use super::screens::keys;
use super::{Difference, note, words};

/// Members that hold further parts. Of a Switch, every member of `cases` does.
const INSIDE: [&str; 4] = ["children", "then", "else", "cases"];

/// A part with the way to it, branches of conditions included.
struct Part<'v> {
    value: &'v Value,
    /// Where it stands: inside which conditions.
    within: String,
}

pub(super) fn compare(screen: &str, before: &Value, after: &Value, found: &mut Vec<Difference>) {
    if before == after {
        return;
    }
    for key in keys(before, after) {
        if key != "children" {
            let place = || format!("{screen}, layout: {}", words::property(&key));
            note(place, before.get(&key), after.get(&key), found);
        }
    }
    let (mut old, mut new) = (Vec::new(), Vec::new());
    let readable = collect(before, "", &mut old) & collect(after, "", &mut new);
    if !readable {
        note(|| format!("{screen}, parts"), before.get("children"), after.get("children"), found);
        return;
    }
    let start = found.len();
    let pairs = align(&old, &new);
    for pair in &pairs {
        match *pair {
            (Some(old), Some(new)) => {
                let name = name(new.value);
                for key in keys(old.value, new.value) {
                    if !INSIDE.contains(&key.as_str()) {
                        let place = || format!("{screen}, {} of {name}", words::property(&key));
                        note(place, old.value.get(&key), new.value.get(&key), found);
                    }
                }
            }
            (Some(old), None) => found.push(Difference::new(
                format!("{screen}, {}", words::kind(kind(old.value))),
                Some(says(old.value)),
                None,
            )),
            (None, Some(new)) => found.push(Difference::new(
                format!("{screen}, {}", words::kind(kind(new.value))),
                None,
                Some(says(new.value)),
            )),
            (None, None) => {}
        }
    }
    moved(screen, &old, &new, &pairs, found);
    // Whatever remains (an empty branch, a part that is no object) is told as a whole.
    if found.len() == start && before.get("children") != after.get("children") {
        note(|| format!("{screen}, parts"), before.get("children"), after.get("children"), found);
    }
}

/// Puts every part below a container in order. False when something is no part.
fn collect<'v>(container: &'v Value, within: &str, parts: &mut Vec<Part<'v>>) -> bool {
    let mut readable = true;
    for key in INSIDE {
        match (key, container.get(key)) {
            (_, None) => {}
            ("cases", Some(Value::Object(cases))) => {
                for (case, children) in cases {
                    readable &= list(children, &format!("{within}/{}={case}", name(container)), parts);
                }
            }
            ("children", Some(children)) => readable &= list(children, within, parts),
            (branch, Some(children)) => readable &= list(children, &format!("{within}/{branch}"), parts),
        }
    }
    readable
}

fn list<'v>(children: &'v Value, within: &str, parts: &mut Vec<Part<'v>>) -> bool {
    let Some(items) = children.as_array() else { return false };
    items.iter().fold(true, |readable, value| {
        parts.push(Part { value, within: within.to_owned() });
        value.is_object() & collect(value, within, parts) & readable
    })
}

/// Pairs parts that are the same one: inputs by name wherever they stand, then equal ones, then the same
/// kind in the same order. What has no partner was added or taken away.
fn align<'p, 'v>(
    old: &'p [Part<'v>],
    new: &'p [Part<'v>],
) -> Vec<(Option<&'p Part<'v>>, Option<&'p Part<'v>>)> {
    let mut partner: Vec<Option<usize>> = vec![None; new.len()];
    let mut free: Vec<bool> = vec![true; old.len()];
    let rules: [fn(&Part<'_>, &Part<'_>) -> bool; 4] = [
        |a, b| named(a.value).is_some() && named(a.value) == named(b.value) && kind(a.value) == kind(b.value),
        |a, b| a.value == b.value,
        |a, b| kind(a.value) == kind(b.value) && says(a.value) == says(b.value),
        |a, b| {
            kind(a.value) == kind(b.value)
                && a.within == b.within
                && named(a.value).is_none()
                && named(b.value).is_none()
        },
    ];
    for same in rules {
        for (part, partner) in new.iter().zip(&mut partner).filter(|(_, partner)| partner.is_none()) {
            let found = old.iter().zip(&free).position(|(other, free)| *free && same(other, part));
            if let Some(index) = found {
                *partner = Some(index);
                if let Some(free) = free.get_mut(index) {
                    *free = false;
                }
            }
        }
    }
    let kept =
        new.iter().zip(&partner).map(|(part, index)| (index.and_then(|index| old.get(index)), Some(part)));
    let gone = old.iter().zip(&free).filter(|(_, free)| **free).map(|(part, _)| (Some(part), None));
    kept.chain(gone).collect()
}

/// Tells when the parts that both have stand in another order or another branch.
fn moved(
    screen: &str,
    old: &[Part<'_>],
    new: &[Part<'_>],
    pairs: &[(Option<&Part<'_>>, Option<&Part<'_>>)],
    found: &mut Vec<Difference>,
) {
    let both: Vec<(&Part<'_>, &Part<'_>)> =
        pairs.iter().filter_map(|(old, new)| Some(((*old)?, (*new)?))).collect();
    let place = |parts: &[Part<'_>], part: &Part<'_>| {
        parts.iter().position(|other| std::ptr::eq(other.value, part.value))
    };
    for (before, after) in &both {
        if before.within != after.within {
            found.push(Difference::new(
                format!("{screen}, {} has another condition", name(after.value)),
                Some(branch(&before.within)),
                Some(branch(&after.within)),
            ));
        }
    }
    let places: Vec<Option<usize>> = both.iter().map(|(before, _)| place(old, before)).collect();
    if !places.is_sorted() {
        let mut earlier = both.clone();
        earlier.sort_by_key(|(before, _)| place(old, before));
        let names = |parts: Vec<&Part<'_>>| {
            words::short(&parts.into_iter().map(|part| name(part.value)).collect::<Vec<_>>().join(", "))
        };
        let mut later = both;
        later.sort_by_key(|(_, after)| place(new, after));
        found.push(Difference::new(
            format!("{screen}, order of the parts"),
            Some(names(earlier.into_iter().map(|(before, _)| before).collect())),
            Some(names(later.into_iter().map(|(_, after)| after).collect())),
        ));
    }
}

fn branch(within: &str) -> String {
    if within.is_empty() {
        "always there".to_owned()
    } else {
        within.trim_start_matches('/').replace('/', ", ")
    }
}

fn kind(part: &Value) -> &str {
    part.get("type").and_then(Value::as_str).unwrap_or("Part")
}

/// The name of an input; a Form's name is no question's name.
fn named(part: &Value) -> Option<&str> {
    part.get("name").and_then(Value::as_str)
}

/// What a part says: its label, text or the like.
fn says(part: &Value) -> String {
    let spoken = ["label", "text", "title", "alt-text", "condition", "value", "name"]
        .iter()
        .find_map(|key| part.get(key));
    spoken.map_or_else(|| words::kind(kind(part)).to_owned(), words::shown)
}

/// A part as a place is named by it.
fn name(part: &Value) -> String {
    let says = says(part);
    let kind = words::kind(kind(part));
    if says == kind { kind.to_lowercase() } else { format!("\"{says}\"") }
}

/// What is on a screen, for one that is new or gone.
pub(super) fn summary(screen: &Value) -> String {
    let mut parts = Vec::new();
    if let Some(layout) = screen.get("layout") {
        collect(layout, "", &mut parts);
    }
    let words: Vec<String> = parts
        .iter()
        .filter(|part| !matches!(kind(part.value), "Form" | "If" | "Switch"))
        .map(|part| says(part.value))
        .collect();
    if words.is_empty() { "empty".to_owned() } else { words::short(&words.join(", ")) }
}
