//! A message as the phone shows it.

mod button;
mod head;
mod text;

use serde::{Deserialize, Serialize};

pub use button::{BubbleButton, ButtonRole, ButtonSign, ChoiceRow, ChoiceSection, ChoiceSheet};
pub use head::{
    BubbleHead, ContactCard, ContactLine, ContactLineKind, FileReference, HeadKind, ReferenceKind,
};
pub use text::{BubbleText, TextCut, TextLine, TextLineKind, TextRun, TextVariable};

use crate::json::Pointer;

/// What a message or a template is in the chat, in the list of chats and as a notification.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ChatView {
    /// The template's language, Meta's code.
    pub language: Option<String>,
    /// The message runs right to left: the first strong letter of its texts does; without a letter, its language.
    pub rtl: bool,
    /// The message; none: nothing comes, as with a receipt.
    pub bubble: Option<Bubble>,
    /// What the customer sees of a receipt.
    pub receipt: Option<Receipt>,
    /// WhatsApp has words of its own in the message, and they are known here in English only, not in its language.
    pub borrowed_words: bool,
    /// The one line in the list of chats and in a notification.
    pub glance: Glance,
}

/// A message.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Bubble {
    /// The part of the payload that is the message.
    pub at: Pointer,
    /// The message it answers.
    pub quote: Option<QuotedMessage>,
    /// Above the text.
    pub head: Option<BubbleHead>,
    /// The offer that ends, between head and text.
    pub offer: Option<OfferHead>,
    /// What the catalogue shows of itself.
    pub shop: Option<ShopHead>,
    /// A template that is sent by its name; its words stand elsewhere.
    pub template: Option<NamedTemplate>,
    /// The text.
    pub text: Option<BubbleText>,
    /// How many emoji the text is, when it is one to three and nothing else: they show large. Else 0.
    pub large_emoji: u8,
    /// The first address of the text as a card; title and picture come from the page itself.
    pub link_card: Option<LinkCard>,
    /// The small print.
    pub footer: Option<BubbleText>,
    /// Parts that are not known here. They are kept and shown sealed.
    pub sealed: Vec<SealedPart>,
    /// All buttons.
    pub buttons: Vec<BubbleButton>,
    /// How many of them show below the message. When fewer than all, "See all options" follows and opens all.
    pub shown: u32,
    /// What the button with the role `choices` or `products` opens.
    pub sheet: Option<ChoiceSheet>,
    /// Cards to swipe through, below the message.
    pub cards: Vec<BubbleCard>,
    /// The emoji on an earlier message, which the bubble stands for.
    pub reaction: Option<MessageReaction>,
}

/// A card of a carousel.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct BubbleCard {
    /// The card in the payload.
    pub at: Pointer,
    /// Above the text.
    pub head: Option<BubbleHead>,
    /// The text.
    pub text: Option<BubbleText>,
    /// Its buttons; all show.
    pub buttons: Vec<BubbleButton>,
    /// Parts that are not known here.
    pub sealed: Vec<SealedPart>,
}

impl BubbleCard {
    /// A card with nothing on it yet.
    pub(in crate::chat) fn empty(at: Pointer) -> Self {
        Self { at, head: None, text: None, buttons: Vec::new(), sealed: Vec::new() }
    }
}

/// An offer that ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct OfferHead {
    /// The part in the payload.
    pub at: Pointer,
    /// Its words.
    pub text: Option<BubbleText>,
    /// Minutes until it ends, a sample; none: it says no end.
    pub minutes: Option<u32>,
    /// The code.
    pub code: Option<String>,
}

/// What the catalogue shows of itself in a message: a picture and how much there is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "type", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum ShopHead {
    /// The whole catalogue.
    Catalog {
        /// Where the payload asks for it.
        at: Pointer,
        /// Id of the product whose picture shows; none: WhatsApp takes the first.
        product: Option<String>,
    },
    /// Several products.
    Products {
        /// Where the payload asks for them.
        at: Pointer,
        /// Id of the product whose picture shows.
        product: Option<String>,
        /// How many there are; none: only known when it is sent.
        count: Option<u32>,
    },
}

/// A template that is sent by its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct NamedTemplate {
    /// The part in the payload.
    pub at: Pointer,
    /// Its name; empty when missing.
    pub name: String,
    /// The values of its variables, in order.
    pub values: Vec<TextRun>,
}

/// An earlier message that is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct QuotedMessage {
    /// The part in the payload.
    pub at: Pointer,
    /// The message's id.
    pub id: String,
}

/// An emoji on an earlier message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct MessageReaction {
    /// The part in the payload.
    pub at: Pointer,
    /// The emoji; empty: the reaction is taken away.
    pub emoji: String,
}

/// An address as a card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct LinkCard {
    /// The address.
    pub url: String,
    /// Its host.
    pub host: String,
}

/// A part that is not known here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct SealedPart {
    /// The part in the payload.
    pub at: Pointer,
    /// Its kind as written; empty when missing.
    pub name: String,
}

/// What the customer sees when the business has read a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Receipt {
    /// The chat says that an answer is being typed.
    pub typing: bool,
}

/// A message in one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Glance {
    /// Which sign and word stand for it.
    pub kind: GlanceKind,
    /// Its words on one line, without signs of formatting; empty: only the word of its kind shows ("Photo").
    pub text: String,
    /// The words run right to left.
    pub rtl: bool,
}

/// The sign of a message in one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum GlanceKind {
    /// Words only, no sign.
    Text,
    /// A camera.
    Photo,
    /// A film camera.
    Video,
    /// "GIF".
    Gif,
    /// A note.
    Audio,
    /// A microphone.
    Voice,
    /// A sheet.
    Document,
    /// A sticker.
    Sticker,
    /// A pin.
    Location,
    /// A person.
    Contact,
    /// An emoji on a message.
    Reaction,
    /// A product.
    Product,
    /// A template by its name.
    Template,
    /// Nothing comes.
    Nothing,
    /// Not known here.
    Unknown,
}
