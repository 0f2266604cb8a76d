//! A template to the bubble that arrives.

mod buttons;

use super::samples::{SampleValue, Samples};
use super::text::Filled;
use super::{
    Bubble, BubbleCard, BubbleHead, BubbleText, ChatView, FileReference, HeadKind, OfferHead, ReferenceKind,
    SealedPart, ShopHead, count, empty, finished, scalar,
};
use crate::facts::{self, AuthenticationWords};
use crate::json::{Kind, Node, Tree};
use crate::template::{ButtonType, Category, Component, ComponentType, Name, Template};

/// What makes a template's parts.
struct Making<'v> {
    values: &'v [SampleValue],
    /// WhatsApp's words for a one-time code; none: the template has no such code.
    code_words: Option<&'static AuthenticationWords>,
}

/// The name of the variable that an offer's code is.
pub(crate) const CODE: &str = "code";

/// A template as it arrives.
pub(super) fn view(tree: &Tree, values: &[SampleValue]) -> ChatView {
    let template = Template::of(tree);
    if template.root.kind() != Kind::Object {
        return finished(None, None);
    }
    let has_code = template.category == Some(Category::Authentication)
        || template.main_buttons().any(|button| button.kind == ButtonType::Otp);
    let (words, own) = facts::chat().authentication(template.language.as_deref().unwrap_or("en"));
    let making = Making { values, code_words: has_code.then_some(words) };
    let bubble = making.bubble(&template);
    let mut view = finished(Some(bubble), template.language.clone());
    view.borrowed_words = has_code && !own;
    view
}

impl Making<'_> {
    fn bubble(&self, template: &Template<'_>) -> Bubble {
        let mut bubble = empty(template.root.pointer());
        bubble.text = template.body().and_then(|part| self.body(part.node));
        bubble.footer = template.main(ComponentType::Footer).next().and_then(|part| self.footer(part.node));
        bubble.offer =
            template.main(ComponentType::LimitedTimeOffer).next().map(|part| self.offer(part.node));
        bubble.head = template.main(ComponentType::Header).next().and_then(|part| self.head(part.node));
        bubble.sealed = template.main(ComponentType::Other).map(|part| sealed(part.node)).collect();
        bubble.buttons = template.main_buttons().map(|button| self.button(button)).collect();
        bubble.shop = template.main_buttons().find_map(|button| shop(button.kind, button.node));
        if let Some(offer) = &mut bubble.offer {
            let code = template.main_buttons().find(|button| button.kind == ButtonType::CopyCode);
            offer.code = code.and_then(|button| self.code(button.node));
        }
        let permission = template.main(ComponentType::CallPermissionRequest);
        bubble.buttons.extend(permission.map(|part| buttons::call_permission(part.node)));
        let limit = facts::template().limits.buttons_shown;
        bubble.shown = count(bubble.buttons.len());
        if bubble.buttons.len() > limit {
            bubble.shown = facts::chat().buttons_before_all;
        }
        bubble.cards = self.cards(template);
        bubble
    }

    fn cards(&self, template: &Template<'_>) -> Vec<BubbleCard> {
        let nodes = template.cards();
        let mut cards: Vec<_> = nodes.into_iter().map(|node| BubbleCard::empty(node.pointer())).collect();
        let on_cards = template.components.iter().filter_map(|part| Some((part.card?, part)));
        for (index, Component { node, kind, .. }) in on_cards {
            let Some(card) = cards.get_mut(index) else { continue };
            match kind {
                ComponentType::Header if card.head.is_none() => card.head = self.head(*node),
                ComponentType::Body if card.text.is_none() => card.text = self.body(*node),
                ComponentType::Header | ComponentType::Body | ComponentType::Buttons => {}
                _ => card.sealed.push(sealed(*node)),
            }
        }
        for button in &template.buttons {
            if let Some(card) = button.card.and_then(|index| cards.get_mut(index)) {
                card.buttons.push(self.button(button));
            }
        }
        cards
    }

    fn filled<'t>(&self, part: Node<'t>) -> Option<Filled<'t>> {
        let text = part.get("text")?.as_str()?;
        let samples = Samples::of(part, &part.pointer(), self.values);
        Some(Filled::with(text, |name| samples.get(name)))
    }

    /// The text. That of a one-time code is WhatsApp's own, unless the payload has it.
    fn body(&self, part: Node<'_>) -> Option<BubbleText> {
        let at = part.pointer();
        let own = |words: &'static AuthenticationWords| {
            let samples = Samples::of(part, &at, self.values);
            let code =
                |name: &Name<'_>| samples.get(name).or_else(|| Some(facts::chat().sample_code.clone()));
            let mut filled = Filled::with(words.body.as_str().into(), code);
            if part.get("add_security_recommendation").and_then(Node::as_bool) == Some(true) {
                filled.push(" ");
                filled.push(&words.security);
            }
            filled
        };
        let filled = self.filled(part).or_else(|| self.code_words.map(own))?;
        Some(filled.formatted(at.clone()))
    }

    fn footer(&self, part: Node<'_>) -> Option<BubbleText> {
        let minutes = || part.get("code_expiration_minutes").and_then(scalar);
        let own = || {
            let words = self.code_words.unwrap_or(facts::chat().authentication("en").0);
            Some(Filled::written(words.expiry.replace("{minutes}", &minutes()?).into()))
        };
        let filled = self.filled(part).or_else(own)?;
        Some(filled.formatted(part.pointer()))
    }

    fn offer(&self, part: Node<'_>) -> OfferHead {
        let offer = part.get("limited_time_offer");
        let ends = offer.and_then(|offer| offer.get("has_expiration")).and_then(Node::as_bool);
        OfferHead {
            at: part.pointer(),
            text: offer.and_then(|offer| Some(self.filled(offer)?.plain(offer.pointer()))),
            minutes: (ends == Some(true)).then_some(facts::chat().sample_offer_minutes),
            code: None,
        }
    }

    fn head(&self, part: Node<'_>) -> Option<BubbleHead> {
        let at = part.pointer();
        let format = part.get("format").and_then(Node::as_str).unwrap_or_default().to_ascii_uppercase();
        let title = || self.filled(part).map(|filled| HeadKind::Title { text: filled.plain(at.clone()) });
        let handle = part.get("example").and_then(|example| example.get("header_handle"));
        let handle = handle.and_then(|handle| handle.item(0).or(Some(handle))).and_then(scalar);
        let file = handle.filter(|value| !value.is_empty()).map(|value| FileReference {
            // Samples may be addresses, too: so they come in listings.
            kind: if value.starts_with("http") { ReferenceKind::Link } else { ReferenceKind::Handle },
            value,
        });
        let kind = match format.as_str() {
            "TEXT" => title()?,
            "IMAGE" => HeadKind::Image { file },
            "VIDEO" => HeadKind::Video { file, gif: false },
            "GIF" => HeadKind::Video { file, gif: true },
            "DOCUMENT" => HeadKind::Document { file, name: None },
            "LOCATION" => HeadKind::Location { name: None, address: None, latitude: None, longitude: None },
            "PRODUCT" => HeadKind::Product { product: None },
            // A header with a text that does not say what it is.
            "" if part.get("text").is_some() => title()?,
            _ => HeadKind::Unknown { name: format },
        };
        Some(BubbleHead { at, kind })
    }
}

fn sealed(part: Node<'_>) -> SealedPart {
    let name = part.get("type").and_then(Node::as_str).unwrap_or_default().into_owned();
    SealedPart { at: part.pointer(), name }
}

fn shop(kind: ButtonType, node: Node<'_>) -> Option<ShopHead> {
    let at = node.pointer();
    match kind {
        ButtonType::Catalog => Some(ShopHead::Catalog { at, product: None }),
        ButtonType::Mpm => Some(ShopHead::Products { at, product: None, count: None }),
        _ => None,
    }
}
