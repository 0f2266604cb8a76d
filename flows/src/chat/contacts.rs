//! Cards of people.

use super::{ContactCard, ContactLine, ContactLineKind as Line, said};
use crate::json::Node;

/// The people of a message.
pub(super) fn cards(list: Node<'_>) -> Vec<ContactCard> {
    list.items().map(card).collect()
}

fn card(person: Node<'_>) -> ContactCard {
    let mut lines = Vec::new();
    for member in person.members() {
        let items = || member.value.items();
        match member.key().as_ref() {
            "phones" => lines.extend(items().filter_map(|item| line(Line::Phone, item, said(item, "phone")))),
            "emails" => lines.extend(items().filter_map(|item| line(Line::Email, item, said(item, "email")))),
            "urls" => lines.extend(items().filter_map(|item| line(Line::Url, item, said(item, "url")))),
            "addresses" => lines.extend(items().filter_map(|item| line(Line::Address, item, address(item)))),
            "org" => {
                let words = ["company", "department", "title"].map(|key| said(member.value, key));
                lines.extend(line(Line::Organisation, member.value, joined(words)));
            }
            "birthday" => lines.extend(line(Line::Birthday, member.value, said(person, "birthday"))),
            _ => {}
        }
    }
    let phones = person.get("phones").into_iter().flat_map(Node::items);
    ContactCard {
        at: person.pointer(),
        name: person.get("name").and_then(name).unwrap_or_default(),
        on_whats_app: phones.into_iter().any(|phone| phone.get("wa_id").is_some()),
        lines,
    }
}

fn name(name: Node<'_>) -> Option<String> {
    said(name, "formatted_name").or_else(|| {
        let parts = ["prefix", "first_name", "middle_name", "last_name", "suffix"];
        let parts: Vec<String> = parts.into_iter().filter_map(|key| said(name, key)).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    })
}

fn address(item: Node<'_>) -> Option<String> {
    joined(["street", "city", "state", "zip", "country"].map(|key| said(item, key)))
}

fn joined<const N: usize>(words: [Option<String>; N]) -> Option<String> {
    let words: Vec<String> = words.into_iter().flatten().collect();
    (!words.is_empty()).then(|| words.join(", "))
}

fn line(kind: Line, item: Node<'_>, text: Option<String>) -> Option<ContactLine> {
    Some(ContactLine { kind, text: text?, label: said(item, "type") })
}
