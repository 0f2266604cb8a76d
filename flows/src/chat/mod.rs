//! Messages and templates as the phone shows them, as plain data.
//!
//! A [`ChatView`] has everything resolved: samples stand in place of variables, WhatsApp's formatting is runs, and each
//! part carries the pointer of the payload it comes from. Texts that WhatsApp says by itself ("See all options") are not
//! in it: they depend on the phone.
//!
//! Sources are Meta's Cloud API reference, sections 5 and 6. Where it is silent, this is how phones are well known to
//! behave: long texts are cut at "Read more", one to three emoji alone show large, the list of chats shows a message's
//! text with a sign of its kind, the small print takes formatting and a text header does not, a carousel's text has a
//! bubble of its own above the cards, a template with a button for one tap shows "Autofill" on Android and copies
//! the code elsewhere.

mod contacts;
mod emoji;
mod glance;
mod head;
mod interactive;
mod links;
mod message;
mod samples;
mod sent;
mod template;
mod text;
mod view;

pub use samples::SampleValue;
pub(crate) use samples::Samples;
pub(crate) use template::CODE;
pub use view::{
    Bubble, BubbleButton, BubbleCard, BubbleHead, BubbleText, ButtonRole, ButtonSign, ChatView, ChoiceRow,
    ChoiceSection, ChoiceSheet, ContactCard, ContactLine, ContactLineKind, FileReference, Glance, GlanceKind,
    HeadKind, LinkCard, MessageReaction, NamedTemplate, OfferHead, QuotedMessage, Receipt, ReferenceKind,
    SealedPart, ShopHead, TextCut, TextLine, TextLineKind, TextRun, TextVariable,
};

use std::borrow::Cow;

use self::text::Filling;

use crate::json::{Kind, Node, Pointer, Tree};
use crate::languages::{is_rtl, starts_rtl};

/// A template as it arrives. `values` go before the samples of the payload.
pub fn of_template(tree: &Tree, values: &[SampleValue]) -> ChatView {
    template::view(tree, values)
}

/// A message as it arrives. A template that it names is shown by its name and values; [`of_sent_template`] shows it in full.
pub fn of_message(tree: &Tree) -> ChatView {
    message::view(tree, Filling(None))
}

/// A message of a journey as it arrives. `value` gives what stands for a placeholder such as `{{first_name}}`.
pub fn of_step(tree: &Tree, value: &dyn Fn(&str) -> Option<String>) -> ChatView {
    let mut view = message::view(tree, Filling(Some(value)));
    for button in view.bubble.iter_mut().flat_map(|bubble| &mut bubble.buttons) {
        if let Some(label) = &mut button.label {
            *label = crate::journey::fill(label, value);
        }
    }
    view
}

/// A template as it arrives when it is sent by a message, with the values of that message. Pointers are those of the template.
pub fn of_sent_template(template: &Tree, message: &Tree) -> ChatView {
    sent::view(template, message)
}

/// A bubble with nothing in it yet.
fn empty(at: Pointer) -> Bubble {
    Bubble {
        at,
        quote: None,
        head: None,
        offer: None,
        shop: None,
        template: None,
        text: None,
        large_emoji: 0,
        link_card: None,
        footer: None,
        sealed: Vec::new(),
        buttons: Vec::new(),
        shown: 0,
        sheet: None,
        cards: Vec::new(),
        reaction: None,
    }
}

/// The view of a bubble, with what follows from it.
fn finished(bubble: Option<Bubble>, language: Option<Cow<'_, str>>) -> ChatView {
    let by_language = language.as_deref().is_some_and(|code| is_rtl(&code.replace('_', "-")));
    let rtl = bubble.as_ref().and_then(direction).unwrap_or(by_language);
    ChatView {
        language: language.map(Cow::into_owned),
        rtl,
        glance: glance::of(bubble.as_ref(), rtl),
        bubble,
        receipt: None,
        borrowed_words: false,
    }
}

/// Whether the first strong letter of a message's texts runs right to left.
fn direction(bubble: &Bubble) -> Option<bool> {
    let text = |text: Option<&BubbleText>| {
        let mut runs = text?.lines.iter().flat_map(|line| &line.runs);
        runs.find_map(|run| starts_rtl(&run.text))
    };
    let title = bubble.head.as_ref().and_then(|head| match &head.kind {
        HeadKind::Title { text: title } => text(Some(title)),
        _ => None,
    });
    let labels = || bubble.buttons.iter().filter_map(|button| button.label.as_deref());
    text(bubble.text.as_ref())
        .or(title)
        .or_else(|| text(bubble.footer.as_ref()))
        .or_else(|| bubble.cards.iter().find_map(|card| text(card.text.as_ref())))
        .or_else(|| labels().find_map(starts_rtl))
}

/// A string, or a number as it is written.
fn scalar(node: Node<'_>) -> Option<String> {
    match node.kind() {
        Kind::String => node.as_str().map(Cow::into_owned),
        Kind::Number => Some(node.raw().to_owned()),
        _ => None,
    }
}

/// A member that is a string or a number, and not empty.
fn said(node: Node<'_>, key: &str) -> Option<String> {
    scalar(node.get(key)?).filter(|text| !text.is_empty())
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
