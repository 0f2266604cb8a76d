//! Templates laid side by side: their parts by kind, buttons and cards by place.

use serde_json::Value;

use super::part::Part;
use super::screens::keys;
use super::{Difference, whole, words};
use crate::json::Tree;

/// Where the earlier text comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Before {
    /// It was written here and sent in: whatever differs is told, but for the name and the language, which make a
    /// template what it is at Meta.
    Written,
    /// It was written here and kept: whatever differs is told.
    Kept,
    /// An account tells what it has. Members it adds of its own are no differences, nor are handles and addresses of
    /// files, which are never told as they were given, nor numbers told as text.
    Told,
}

/// Place of a difference in the category.
pub const CATEGORY: &str = "Category";

/// Members whose values Meta takes in capitals and in small letters.
const CHOICES: [&str; 6] = ["type", "format", "category", "otp_type", "parameter_format", "sub_type"];

/// Differences between two payloads of a template, in the order of its parts.
pub fn template_differences(before: &str, after: &str, from: Before) -> Vec<Difference> {
    let (old, new) = (Tree::parse(before), Tree::parse(after));
    if old.error().is_some() || new.error().is_some() {
        return if before == after { Vec::new() } else { vec![whole()] };
    }
    let (old, new) = (old.root().to_value(), new.root().to_value());
    let mut sides = Sides { from, found: Vec::new() };
    for key in keys(&old, &new) {
        let (before, after) = (old.get(&key), new.get(&key));
        let place = match key.as_str() {
            "name" | "language" if from != Before::Kept => continue,
            "components" => {
                sides.parts(&[], before, after);
                continue;
            }
            "parameter_format" => {
                // What Meta takes when nothing is said.
                let positional = Value::from("POSITIONAL");
                let said = |value: Option<&Value>| Some(value.unwrap_or(&positional).clone());
                sides.member(&[Part::Details], &key, said(before).as_ref(), said(after).as_ref());
                continue;
            }
            "name" => vec![Part::Name],
            "language" => vec![Part::Language],
            "category" => vec![Part::Category],
            "message_send_ttl_seconds" => vec![Part::Wait],
            other => vec![Part::Settings, Part::member(other)],
        };
        sides.member(&place, &key, before, after);
    }
    sides.found
}

struct Sides {
    from: Before,
    found: Vec<Difference>,
}

/// A place within another one.
fn inside(within: &[Part], part: Part) -> Vec<Part> {
    within.iter().cloned().chain([part]).collect()
}

impl Sides {
    fn note(&mut self, place: &[Part], before: Option<&Value>, after: Option<&Value>) {
        let (before, after) = words::pair_whole(before, after);
        self.found.push(Difference::at(place.to_vec(), before, after));
    }

    fn member(&mut self, place: &[Part], key: &str, before: Option<&Value>, after: Option<&Value>) {
        if !self.same(key, before, after) {
            self.note(place, before.map(plain).as_ref(), after.map(plain).as_ref());
        }
    }

    /// Parts by their kind, several of one kind in order.
    fn parts(&mut self, within: &[Part], before: Option<&Value>, after: Option<&Value>) {
        let (Some(old), Some(new)) = (list(before), list(after)) else {
            if !self.same("components", before, after) {
                self.found.push(whole());
            }
            return;
        };
        let (old, new) = (kinds(old), kinds(new));
        for (kind, part) in &new {
            match old.iter().find(|(known, _)| known == kind) {
                Some((_, earlier)) => self.part(within, &kind.0, earlier, part),
                None => self.whole_part(within, &kind.0, None, Some(part)),
            }
        }
        for (kind, part) in old.iter().filter(|(kind, _)| !new.iter().any(|(known, _)| known == kind)) {
            self.whole_part(within, &kind.0, Some(part), None);
        }
    }

    /// A part that is new or goes away.
    fn whole_part(&mut self, within: &[Part], kind: &str, before: Option<&Value>, after: Option<&Value>) {
        let says = |part: &Value| Some(Value::from(says(part)));
        let place = inside(within, name(kind));
        self.note(&place, before.and_then(says).as_ref(), after.and_then(says).as_ref());
    }

    fn part(&mut self, within: &[Part], kind: &str, before: &Value, after: &Value) {
        let part = inside(within, name(kind));
        for key in keys(before, after) {
            let (old, new) = (before.get(&key), after.get(&key));
            match key.as_str() {
                "type" => {}
                "buttons" => self.rows(within, Part::Button, old, new, Self::button),
                "cards" => self.rows(within, Part::Card, old, new, |sides, place, old, new| {
                    sides.parts(place, old.get("components"), new.get("components"));
                }),
                "text" => self.member(&part, &key, old, new),
                "example" => self.member(&inside(&part, Part::Samples), &key, old, new),
                "format" => self.member(&inside(&part, Part::Kind), &key, old, new),
                other => self.member(&inside(&part, Part::member(other)), &key, old, new),
            }
        }
    }

    fn rows(
        &mut self,
        within: &[Part],
        what: fn(u32) -> Part,
        before: Option<&Value>,
        after: Option<&Value>,
        compare: impl Fn(&mut Self, &[Part], &Value, &Value),
    ) {
        let none = Vec::new();
        let (old, new) = (list(before).unwrap_or(&none), list(after).unwrap_or(&none));
        for index in 0..old.len().max(new.len()) {
            let place = inside(within, Part::numbered(what, index));
            match (old.get(index), new.get(index)) {
                (Some(old), Some(new)) => compare(self, &place, old, new),
                (old, new) => {
                    let says = |row: &Value| Some(Value::from(says(row)));
                    self.note(&place, old.and_then(says).as_ref(), new.and_then(says).as_ref());
                }
            }
        }
    }

    fn button(&mut self, place: &[Part], before: &Value, after: &Value) {
        for key in keys(before, after) {
            let what = match key.as_str() {
                "text" => Part::Label,
                "type" => Part::Kind,
                "url" => Part::Link,
                "example" => Part::Sample,
                "flow_id" | "flow_name" => Part::Flow,
                other => Part::member(other),
            };
            self.member(&inside(place, what), &key, before.get(&key), after.get(&key));
        }
    }

    fn same(&self, key: &str, before: Option<&Value>, after: Option<&Value>) -> bool {
        let told = self.from == Before::Told;
        if told && key == "header_handle" {
            return true;
        }
        match (before, after) {
            (None, None) => true,
            (Some(_), None) => told,
            (None, Some(_)) => false,
            (Some(Value::Object(old)), Some(Value::Object(new))) => {
                let mut keys: Vec<&String> = new.keys().collect();
                keys.extend(old.keys().filter(|key| !new.contains_key(*key)));
                keys.into_iter().all(|key| self.same(key, old.get(key), new.get(key)))
            }
            (Some(Value::Array(old)), Some(Value::Array(new))) => {
                old.len() == new.len()
                    && old.iter().zip(new).all(|(old, new)| self.same(key, Some(old), Some(new)))
            }
            (Some(Value::String(old)), Some(Value::String(new))) if CHOICES.contains(&key) => {
                old.eq_ignore_ascii_case(new)
            }
            (Some(Value::String(text)), Some(Value::Number(number)))
            | (Some(Value::Number(number)), Some(Value::String(text)))
                if told =>
            {
                *text == number.to_string()
            }
            (Some(old), Some(new)) => old == new,
        }
    }
}

fn list(value: Option<&Value>) -> Option<&Vec<Value>> {
    value?.as_array()
}

/// Parts with what they are the same by: the kind, and which one of that kind.
fn kinds(parts: &[Value]) -> Vec<((String, usize), &Value)> {
    let mut known: Vec<((String, usize), &Value)> = Vec::new();
    for part in parts {
        let kind = part.get("type").and_then(Value::as_str).unwrap_or_default().to_ascii_uppercase();
        let number = known.iter().filter(|((other, _), _)| *other == kind).count();
        known.push(((kind, number), part));
    }
    known
}

/// A part by the composer's words.
fn name(kind: &str) -> Part {
    match kind {
        "HEADER" => Part::Heading,
        "BODY" => Part::Text,
        "FOOTER" => Part::SmallPrint,
        "BUTTONS" => Part::Buttons,
        "CAROUSEL" => Part::Cards,
        "LIMITED_TIME_OFFER" => Part::Offer,
        other => Part::member(&other.to_ascii_lowercase()),
    }
}

/// What a part, a button, a card or a message says.
pub(super) fn says(part: &Value) -> String {
    let text = |part: &Value, key: &str| {
        part.get(key).and_then(Value::as_str).filter(|text| !text.is_empty()).map(str::to_owned)
    };
    let spoken = ["text", "body", "title", "caption", "display_text"].iter().find_map(|key| {
        text(part, key).or_else(|| ["text", "body"].iter().find_map(|inner| text(part.get(key)?, inner)))
    });
    if let Some(text) = spoken.or_else(|| text(part.get("reply")?, "title")) {
        return text;
    }
    if let Some(rows) = list(part.get("buttons")).or_else(|| list(part.get("components"))) {
        return rows.iter().map(says).collect::<Vec<_>>().join(", ");
    }
    let kind = text(part, "format").or_else(|| text(part, "type"));
    kind.map_or_else(|| "there".to_owned(), |kind| kind.to_ascii_lowercase().replace('_', " "))
}

/// Samples of details as people read them: `first name: Ana`.
fn plain(value: &Value) -> Value {
    match value {
        Value::Array(items) => {
            let named = |item: &Value| {
                let name = item.get("param_name")?.as_str()?.replace('_', " ");
                Some(format!("{name}: {}", item.get("example")?.as_str()?))
            };
            let all: Option<Vec<String>> = items.iter().map(named).collect();
            match all {
                Some(all) if !all.is_empty() => Value::from(all.join(", ")),
                _ => Value::Array(items.iter().map(plain).collect()),
            }
        }
        // Of what belongs to one part the members speak for themselves.
        Value::Object(members) if members.len() == 1 => members.values().next().map_or(Value::Null, plain),
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn payload() -> Value {
        json!({"name": "n", "language": "en", "category": "UTILITY", "components": [
            {"type": "HEADER", "format": "IMAGE", "example": {"header_handle": ["media:a.png"]}},
            {"type": "BODY", "text": "Hi {{first_name}}, see you.",
                "example": {"body_text_named_params": [{"param_name": "first_name", "example": "Ana"}]}},
            {"type": "BUTTONS", "buttons": [
                {"type": "QUICK_REPLY", "text": "Yes"},
                {"type": "FLOW", "text": "Book", "flow_id": "12"}]}]})
    }

    /// Differences as `place: before -> after`, after a change at a place.
    fn told(pointer: &str, value: Value, from: Before) -> Vec<String> {
        let mut after = payload();
        *after.pointer_mut(pointer).unwrap() = value;
        between(&payload(), &after, from)
    }

    fn between(before: &Value, after: &Value, from: Before) -> Vec<String> {
        let side = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
        template_differences(&before.to_string(), &after.to_string(), from)
            .into_iter()
            .map(|found| format!("{}: {} -> {}", found.place, side(found.before), side(found.after)))
            .collect()
    }

    #[test]
    fn each_part_is_named_by_its_place() {
        let w = Before::Written;
        for (pointer, value, words) in [
            ("/components/1/text", json!("Hello"), "Text: Hi {{first_name}}, see you. -> Hello"),
            ("/components/2/buttons/0/text", json!("Sure"), "Button 1, label: Yes -> Sure"),
            ("/components/2/buttons/1/flow_id", json!("13"), "Button 2, Flow: 12 -> 13"),
            ("/category", json!("MARKETING"), "Category: UTILITY -> MARKETING"),
            (
                "/components/0/example/header_handle/0",
                json!("media:b.png"),
                "Heading, samples: media:a.png -> media:b.png",
            ),
            (
                "/components/1/example/body_text_named_params/0/example",
                json!("Eva"),
                "Text, samples: first name: Ana -> first name: Eva",
            ),
            ("/components/2/buttons", json!([{"type": "QUICK_REPLY", "text": "Yes"}]), "Button 2: Book -> -"),
        ] {
            assert_eq!(told(pointer, value, w), [words], "{pointer}");
        }
        assert_eq!(
            told("/components/2", json!({"type": "FOOTER", "text": "Bye"}), w),
            ["Small print: - -> Bye", "Buttons: Yes, Book -> -"]
        );
    }

    #[test]
    fn what_an_account_adds_is_no_difference_and_what_it_lacks_is() {
        let mut there = payload();
        there["components"][0]["example"]["header_handle"][0] = json!("https://scontent/x");
        there["components"][2]["buttons"][1]["flow_action"] = json!("NAVIGATE");
        there["components"][2]["buttons"][1]["flow_id"] = json!(12);
        there["components"][1]["type"] = json!("body");
        there["id"] = json!("1");
        assert_eq!(between(&there, &payload(), Before::Told), [""; 0]);
        there["components"][2]["buttons"][0]["text"] = json!("No");
        assert_eq!(between(&there, &payload(), Before::Told), ["Button 1, label: No -> Yes"]);
    }

    #[test]
    fn name_language_and_spacing_are_no_differences() {
        assert_eq!(told("/name", json!("m"), Before::Written), [""; 0]);
        assert_eq!(told("/name", json!("m"), Before::Kept), ["Name at Meta: n -> m"]);
        let text = serde_json::to_string_pretty(&payload()).unwrap();
        assert_eq!(template_differences(&payload().to_string(), &text, Before::Written), []);
        assert_eq!(template_differences("{", "{}", Before::Written), [whole()]);
    }

    #[test]
    fn a_long_text_is_told_to_its_end_and_by_the_step() {
        let long = "One more word. ".repeat(60);
        let mut before = payload();
        before["components"][1]["text"] = json!(long.clone());
        let mut after = before.clone();
        after["components"][1]["text"] = json!(format!("{long}End"));
        let found = template_differences(&before.to_string(), &after.to_string(), Before::Written);
        assert_eq!(found[0].parts, [Part::Text]);
        assert_eq!(
            (found[0].before.as_ref(), found[0].after.as_ref()),
            (Some(&long), Some(&format!("{long}End")))
        );
    }

    #[test]
    fn cards_are_told_by_their_place() {
        let cards = |text: &str| {
            json!({"components": [{"type": "CAROUSEL", "cards": [
                {"components": [{"type": "BODY", "text": "One"}]},
                {"components": [{"type": "BODY", "text": text}]}]}]})
        };
        assert_eq!(between(&cards("Two"), &cards("2"), Before::Written), ["Card 2, Text: Two -> 2"]);
    }
}
