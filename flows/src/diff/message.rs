//! Messages laid side by side, member by member: whatever they hold, what differs is told by the names it has there.

use serde_json::Value;

use super::part::Part;
use super::screens::keys;
use super::{Difference, says, words};

/// Differences between two messages that were read.
pub(super) fn compare(before: &Value, after: &Value, found: &mut Vec<Difference>) {
    walk(&[], "", Some(before), Some(after), found);
}

/// Differences between two values below a place; none: it is not there.
pub(super) fn compare_at(
    at: &[Part],
    before: Option<&Value>,
    after: Option<&Value>,
    found: &mut Vec<Difference>,
) {
    walk(at, "", before, after, found);
}

fn walk(at: &[Part], key: &str, before: Option<&Value>, after: Option<&Value>, found: &mut Vec<Difference>) {
    match (before, after) {
        (old, new) if old == new => {}
        (Some(old @ Value::Object(_)), Some(new @ Value::Object(_))) => {
            for key in keys(old, new) {
                let mut inner = at.to_vec();
                inner.extend(step(at, &key));
                walk(&inner, &key, old.get(&key), new.get(&key), found);
            }
        }
        (Some(Value::Array(old)), Some(Value::Array(new))) => {
            for index in 0..old.len().max(new.len()) {
                let mut inner = at.to_vec();
                inner.push(Part::numbered(of(key), index));
                walk(&inner, "", old.get(index), new.get(index), found);
            }
        }
        (old, new) => {
            let parts = if at.is_empty() { vec![Part::Technical] } else { at.to_vec() };
            let told = |value: &Value| match value {
                Value::Object(_) => Value::from(says(value)),
                other => other.clone(),
            };
            let (old, new) = (old.map(told), new.map(told));
            let (before, after) = words::pair_whole(old.as_ref(), new.as_ref());
            found.push(Difference::at(parts, before, after));
        }
    }
}

/// What one of a list is.
fn of(list: &str) -> fn(u32) -> Part {
    match list {
        "buttons" => Part::Button,
        "cards" => Part::Card,
        "sections" => Part::Section,
        "rows" => Part::Choice,
        "messages" => Part::Message,
        _ => Part::Item,
    }
}

/// What a member is called; nothing for those that only hold others.
fn step(at: &[Part], key: &str) -> Option<Part> {
    let named = matches!(at.last(), Some(Part::Text | Part::Heading | Part::SmallPrint));
    Some(match key {
        "interactive" | "action" | "parameters" | "reply" | "buttons" | "sections" | "rows" | "cards" => {
            return None;
        }
        "text" | "body" if named => return None,
        "text" if at.is_empty() => return None,
        "message" | "messages" if matches!(at, [Part::Step(_)]) => return None,
        "header" => Part::Heading,
        "body" | "text" | "caption" => Part::Text,
        "footer" => Part::SmallPrint,
        "title" if matches!(at.last(), Some(Part::Button(_))) => Part::Label,
        "display_text" => Part::Label,
        "url" | "link" => Part::Link,
        "type" => Part::Kind,
        "flow_id" | "flow_name" => Part::Flow,
        other => Part::member(other),
    })
}
