//! What stands above the text of a message, or is the message.

use serde::{Deserialize, Serialize};

use super::BubbleText;
use crate::json::Pointer;

/// The head of a bubble.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct BubbleHead {
    /// The part of the payload it comes from.
    pub at: Pointer,
    /// What it is.
    pub kind: HeadKind,
}

/// What a head is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "type", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum HeadKind {
    /// A title.
    Title {
        /// Its words; signs of formatting stay as they are written.
        text: BubbleText,
    },
    /// A picture.
    Image {
        /// The file; none: not said, or only when it is sent.
        file: Option<FileReference>,
    },
    /// A film.
    Video {
        /// The file; none: not said, or only when it is sent.
        file: Option<FileReference>,
        /// It plays by itself, again and again, without sound.
        gif: bool,
    },
    /// A sound.
    Audio {
        /// The file.
        file: Option<FileReference>,
        /// A voice message: waves and a microphone.
        voice: bool,
    },
    /// A file.
    Document {
        /// The file; none: not said, or only when it is sent.
        file: Option<FileReference>,
        /// Its name; none: nobody said it.
        name: Option<String>,
    },
    /// A sticker; it has no bubble around it.
    Sticker {
        /// The file.
        file: Option<FileReference>,
    },
    /// A place on a map.
    Location {
        /// What it is called.
        name: Option<String>,
        /// Where it is.
        address: Option<String>,
        /// Degrees north as written; none: only known when it is sent.
        latitude: Option<String>,
        /// Degrees east as written.
        longitude: Option<String>,
    },
    /// Cards of people.
    Contacts {
        /// The people.
        contacts: Vec<ContactCard>,
    },
    /// One product, with picture, name and price from the catalogue.
    Product {
        /// Its id in the catalogue; none: only known when it is sent.
        product: Option<String>,
    },
    /// A head of a kind that is not known here. It is kept and shown sealed.
    Unknown {
        /// Its kind as written; empty when missing.
        name: String,
    },
}

/// A file that a payload names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct FileReference {
    /// How it is named.
    pub kind: ReferenceKind,
    /// The handle, id or address as written.
    pub value: String,
}

/// How a payload names a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum ReferenceKind {
    /// A handle of an upload, in the sample of a template.
    Handle,
    /// The number of a file that was uploaded.
    Id,
    /// An address on the web.
    Link,
}

/// A person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ContactCard {
    /// The person in the payload.
    pub at: Pointer,
    /// The full name; empty when missing.
    pub name: String,
    /// One can write to this person on WhatsApp: a number says so.
    pub on_whats_app: bool,
    /// What shows when the card is opened, in the order of the payload.
    pub lines: Vec<ContactLine>,
}

/// A line of an opened card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ContactLine {
    /// What it is.
    pub kind: ContactLineKind,
    /// What it says.
    pub text: String,
    /// `type` as written: `WORK`, `HOME`.
    pub label: Option<String>,
}

/// What a line of a card is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum ContactLineKind {
    /// A phone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A postal address.
    Address,
    /// A web page.
    Url,
    /// Company, department and job.
    Organisation,
    /// `YYYY-MM-DD`.
    Birthday,
}
