//! The message that sends a template: which values it takes, and the payload that has them.

mod parts;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::chat::SampleValue;
use crate::json::{Pointer, Tree};
use crate::template::Template;
use parts::Filling;

/// What a value is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub enum BlankKind {
    /// A variable in a text.
    Text,
    /// The end of a button's address.
    AddressEnd,
    /// The code that an offer's button copies.
    OfferCode,
    /// A one-time code.
    OneTimeCode,
    /// The address of the file above the text, where the template has none of this workspace.
    FileAddress,
    /// Of a place, in degrees.
    Latitude,
    /// Of a place, in degrees.
    Longitude,
    /// Of a place; it may be left out.
    PlaceName,
    /// Of a place; it may be left out.
    PlaceAddress,
    /// A catalogue's id at Meta.
    Catalog,
    /// A product's id in its catalogue.
    Product,
    /// Products' ids, a comma between them.
    Products,
}

impl BlankKind {
    fn is_optional(self) -> bool {
        matches!(self, Self::PlaceName | Self::PlaceAddress)
    }
}

/// A value that the message has to give the template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Blank {
    /// The part or the button that takes it.
    pub at: Pointer,
    /// What it is called there: the variable's name, or the name of its kind.
    pub name: String,
    /// What it is for.
    pub kind: BlankKind,
    /// The value that is given, or the template's sample; empty when there is neither.
    pub value: String,
}

/// A template filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// The payload's `template`. Files of this workspace stand in it as the id `media:<name>`
    /// ([`crate::template::media_name`]).
    pub template: Value,
    /// Every value it takes, in the order of the message.
    pub blanks: Vec<Blank>,
}

impl Filled {
    /// Values that are missing.
    pub fn missing(&self) -> impl Iterator<Item = &Blank> {
        let is_missing = |blank: &&Blank| blank.value.trim().is_empty() && !blank.kind.is_optional();
        self.blanks.iter().filter(is_missing)
    }
}

/// Fills a template. `values` go before its samples. An offer that ends does so at `offer_ends`, milliseconds since 1970.
pub fn fill(template: &Tree, values: &[SampleValue], offer_ends: i64) -> Filled {
    let template = Template::of(template);
    let mut filling = Filling::new(&template, values, offer_ends);
    let components = filling.message();
    let mut payload = json!({
        "name": template.name.as_deref().unwrap_or_default(),
        "language": {"code": template.language.as_deref().unwrap_or_default()},
    });
    if let (false, Some(payload)) = (components.is_empty(), payload.as_object_mut()) {
        payload.insert("components".to_owned(), Value::Array(components));
    }
    Filled { template: payload, blanks: filling.blanks }
}
