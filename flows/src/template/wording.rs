//! Texts that people read, which another language of the template has in the same places.

use serde::{Deserialize, Serialize};

use super::{ButtonType, ComponentType, Template};
use crate::json::{Node, Pointer};

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub enum WordingKind {
    /// Above the text.
    Header,
    /// The text, of the message or of a card.
    Body,
    /// The small print.
    Footer,
    /// An offer's words.
    Offer,
    /// A button's label.
    Button,
}

/// A text that people read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// The string's place in the payload.
    pub at: Pointer,
    /// What it is.
    pub kind: WordingKind,
    /// The card it stands on, from 0.
    pub card: Option<usize>,
    /// What it says.
    pub text: String,
}

/// All texts of a template in the order people read them. Labels that WhatsApp writes itself are none of them.
pub fn wordings(template: &Template<'_>) -> Vec<Wording> {
    let of_parts = template.components.iter().filter_map(|part| {
        let (kind, holder) = match part.kind {
            ComponentType::Header => (WordingKind::Header, part.node),
            ComponentType::Body => (WordingKind::Body, part.node),
            ComponentType::Footer => (WordingKind::Footer, part.node),
            ComponentType::LimitedTimeOffer => (WordingKind::Offer, part.node.get("limited_time_offer")?),
            _ => return None,
        };
        wording(holder, kind, part.card)
    });
    let is_own = |kind| {
        matches!(
            kind,
            ButtonType::QuickReply
                | ButtonType::Url
                | ButtonType::PhoneNumber
                | ButtonType::Flow
                | ButtonType::Otp
                | ButtonType::VoiceCall
                | ButtonType::Other
        )
    };
    let buttons = template.buttons.iter().filter(|button| is_own(button.kind));
    let of_buttons = buttons.filter_map(|button| wording(button.node, WordingKind::Button, button.card));
    let mut all: Vec<Wording> = of_parts.chain(of_buttons).collect();
    // Cards come after the message itself, each with its buttons.
    all.sort_by_key(|wording| wording.card.map_or(0, |card| card + 1));
    all
}

fn wording(holder: Node<'_>, kind: WordingKind, card: Option<usize>) -> Option<Wording> {
    let node = holder.get("text")?;
    Some(Wording { at: node.pointer(), kind, card, text: node.as_str()?.into_owned() })
}
