//! What a message that is sent is made of.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::{MemberFacts, Pattern, load};

/// Everything about messages as they are sent, from `facts/messages.json`.
#[derive(Debug, Clone, Deserialize)]
pub struct MessageFacts {
    /// Members of every message.
    pub members: Vec<MemberFacts>,
    /// Members of what marks a message as read.
    pub receipt: Vec<MemberFacts>,
    /// What an object of `type` is made of: the kinds of `message`, `interactive`, `header`, `component` and
    /// `parameter`.
    pub variants: BTreeMap<String, Vec<VariantFacts>>,
    /// Files that can be sent.
    pub media: Vec<MediaFacts>,
    /// Bounds that belong to no single member.
    pub limits: MessageLimits,
}

/// One kind of object among those that say what they are with `type`.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
pub struct VariantFacts {
    /// Meta's name of it, for example `image` or `cta_url`.
    #[serde(rename = "type")]
    pub kind: String,
    /// What people call it: "the picture".
    pub words: String,
    /// Its members beside `type`.
    pub members: Vec<MemberFacts>,
    /// Types its header may have, none when it can have no header; `None` where the reference does not say.
    pub headers: Option<Vec<String>>,
    /// Whether it may have a footer; `None` where the reference does not say.
    pub footer: Option<bool>,
}

/// A kind of file that can be sent.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MediaFacts {
    /// Type of the message: `image`.
    pub kind: String,
    /// Ends of its name: `png`.
    pub extensions: Vec<String>,
    /// Media type: `image/png`.
    pub mime: String,
    /// Largest file, in bytes.
    pub max_bytes: u64,
    /// Whether that is the size of one that moves.
    #[serde(default)]
    pub animated: bool,
}

/// Bounds that belong to no single member. Lengths are counted in letters (code points).
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MessageLimits {
    /// Most choices in all sections of a list together.
    pub rows: usize,
    /// Most products in all sections together.
    pub products: usize,
    /// Types of the header of a card.
    pub card_headers: Vec<String>,
    /// Most line breaks in the text of a card.
    pub card_line_breaks: usize,
    /// Most letters advised for the button that opens a Flow.
    pub flow_label: usize,
    /// Letters of that button that every source takes.
    pub flow_label_advised: usize,
    /// Most spaces in a row in a value of a template.
    pub value_spaces: usize,
    /// Largest latitude, in degrees.
    pub latitude: f64,
    /// Largest longitude, in degrees.
    pub longitude: f64,
    /// Most digits of a phone number (E.164).
    pub phone_digits: usize,
    /// What a WhatsApp id of a person looks like.
    pub recipient_pattern: Pattern,
    /// End of the name of a file that can be a voice message.
    pub voice_extension: String,
    /// Ends of the names of pictures, films and sounds that are none of [`MessageFacts::media`].
    pub refused_extensions: Vec<String>,
    /// What is found in a text that has an emoji.
    pub emoji_pattern: Pattern,
}

/// What a message is made of, from `facts/messages.json`.
pub fn message() -> &'static MessageFacts {
    static FACTS: LazyLock<MessageFacts> = LazyLock::new(|| load(include_str!("../../facts/messages.json")));
    &FACTS
}

impl MessageFacts {
    /// What is known of a kind of object, by the set it belongs to and its `type`, upper or lower case.
    pub fn variant(&self, set: &str, kind: &str) -> Option<&VariantFacts> {
        self.variants.get(set)?.iter().find(|variant| variant.kind.eq_ignore_ascii_case(kind))
    }
}
