//! What can be tapped in a message.

use serde::{Deserialize, Serialize};

use crate::json::Pointer;

/// A button below a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct BubbleButton {
    /// The button in the payload.
    pub at: Pointer,
    /// What it does.
    pub role: ButtonRole,
    /// Its words; none: WhatsApp's own, in the language of the phone.
    pub label: Option<String>,
    /// Where it leads, with samples in place of variables: an address, a number, a code, a Flow's name or id.
    pub target: Option<String>,
    /// Its sign.
    pub sign: ButtonSign,
    /// The words on a phone that cannot hand the code to an app, where it copies the code.
    pub otherwise: Option<String>,
}

/// What a button does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum ButtonRole {
    /// Sends its words back.
    Reply,
    /// Opens a web page.
    Url,
    /// Calls a number.
    Phone,
    /// Copies the code of an offer.
    CopyOffer,
    /// Copies a one-time code.
    CopyCode,
    /// Hands a one-time code to an app.
    Autofill,
    /// Opens a Flow.
    Flow,
    /// Opens the catalogue.
    Catalog,
    /// Opens a list of products.
    Products,
    /// Opens a product.
    Product,
    /// Opens a list of choices.
    Choices,
    /// Calls the business on WhatsApp.
    VoiceCall,
    /// Lets the business call, or not.
    CallPermission,
    /// Sends the phone number.
    ShareContact,
    /// Sends a place.
    SendLocation,
    /// Opens a form for an address.
    Address,
    /// Opens an order to pay.
    Order,
    /// Opens an app.
    App,
    /// Not known here.
    Unknown,
}

/// The sign before the words of a button.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum ButtonSign {
    /// No sign.
    None,
    /// An arrow back to the sender.
    Reply,
    /// An arrow out of a box.
    Link,
    /// A telephone.
    Phone,
    /// Two sheets.
    Copy,
    /// Lines with dots.
    List,
    /// A sheet with lines.
    Document,
    /// A gift.
    Promotion,
    /// A star.
    Review,
    /// A pin.
    Pin,
    /// A person.
    Person,
    /// A padlock: not known here.
    Sealed,
}

/// A sheet of choices or products that a button opens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ChoiceSheet {
    /// Its rows are products, with picture, name and price from the catalogue; else choices, of which one is sent.
    pub products: bool,
    /// Its sections.
    pub sections: Vec<ChoiceSection>,
}

/// A section of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ChoiceSection {
    /// The section in the payload.
    pub at: Pointer,
    /// Above its rows.
    pub title: Option<String>,
    /// Its rows.
    pub rows: Vec<ChoiceRow>,
}

/// A row of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ChoiceRow {
    /// The row in the payload.
    pub at: Pointer,
    /// Its words; of a product the id in the catalogue. Empty when missing.
    pub title: String,
    /// Below them.
    pub description: Option<String>,
}
