//! A message in one line, for the list of chats and notifications.

use super::{Bubble, BubbleText, ContactCard, Glance, GlanceKind, HeadKind};
use crate::languages::starts_rtl;

/// What stands for a message. A text goes before the name of a file or a place.
pub(super) fn of(bubble: Option<&Bubble>, rtl: bool) -> Glance {
    let Some(bubble) = bubble else {
        return Glance { kind: GlanceKind::Nothing, text: String::new(), rtl };
    };
    let (kind, own) = kind(bubble);
    let words =
        |text: Option<&BubbleText>| text.map(BubbleText::one_line).filter(|text| !text.trim().is_empty());
    let card = || bubble.cards.iter().find_map(|card| words(card.text.as_ref()));
    let text = words(bubble.text.as_ref()).or(own).or_else(card).unwrap_or_default();
    Glance { kind, rtl: starts_rtl(&text).unwrap_or(rtl), text }
}

/// The sign, and the words in place of a text.
fn kind(bubble: &Bubble) -> (GlanceKind, Option<String>) {
    if let Some(reaction) = &bubble.reaction {
        return (GlanceKind::Reaction, Some(reaction.emoji.clone()));
    }
    if let Some(template) = &bubble.template {
        return (GlanceKind::Template, Some(template.name.clone()));
    }
    let Some(head) = &bubble.head else {
        let is_sealed = !bubble.sealed.is_empty() && bubble.text.is_none();
        let kind = if is_sealed { GlanceKind::Unknown } else { GlanceKind::Text };
        return (kind, bubble.sealed.first().filter(|_| is_sealed).map(|part| part.name.clone()));
    };
    match &head.kind {
        HeadKind::Title { text } => (GlanceKind::Text, Some(text.one_line())),
        HeadKind::Image { .. } => (GlanceKind::Photo, None),
        HeadKind::Video { gif, .. } => (if *gif { GlanceKind::Gif } else { GlanceKind::Video }, None),
        HeadKind::Audio { voice, .. } => (if *voice { GlanceKind::Voice } else { GlanceKind::Audio }, None),
        HeadKind::Document { name, .. } => (GlanceKind::Document, name.clone()),
        HeadKind::Sticker { .. } => (GlanceKind::Sticker, None),
        HeadKind::Location { name, .. } => (GlanceKind::Location, name.clone()),
        HeadKind::Contacts { contacts } => (GlanceKind::Contact, contacts.first().map(contact)),
        HeadKind::Product { product } => (GlanceKind::Product, product.clone()),
        HeadKind::Unknown { name } => (GlanceKind::Unknown, Some(name.clone())),
    }
}

fn contact(card: &ContactCard) -> String {
    card.name.clone()
}
