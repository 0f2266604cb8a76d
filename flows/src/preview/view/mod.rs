//! One screen as the phone shows it.

mod field;
mod kind;
mod list;

use serde::{Deserialize, Serialize};

use crate::json::Pointer;
pub use field::{DateInput, DatePart, Field, FieldError, Keyboard, PhotoSource, PickedFile, Picker, Weekday};
pub use kind::{ItemKind, TextStyle};
pub use list::{Choice, ListEnd, ListItem, Media, MediaSize, Picture, Scale};

/// One screen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own that the page draws")]
pub struct ScreenView {
    /// Unique in the file, as in the mirror.
    pub key: String,
    /// `id` as written; empty when missing.
    pub id: String,
    /// What the bar says.
    pub title: String,
    /// The bar has a back arrow; else a cross, as on the first screen.
    pub back: bool,
    /// Percent of the progress bar; none hides it.
    pub progress: Option<u8>,
    /// Everything between bar and footer, top to bottom. Hidden parts are not here; Form, If and Switch
    /// are replaced by what they show.
    pub items: Vec<Item>,
    /// Every If and Switch that is reached, outer ones before those inside, for those who edit. A phone shows
    /// nothing of them.
    pub forks: Vec<Fork>,
    /// The button at the bottom.
    pub footer: Option<Footer>,
    /// A loader shows: the endpoint is asked.
    pub loading: bool,
    /// A message at the bottom, from the endpoint.
    pub notice: Option<String>,
    /// The layout runs right to left: the first strong letter of the screen's texts does.
    pub rtl: bool,
    /// The Flow can end here.
    pub terminal: bool,
}

/// One part of a screen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Item {
    /// The component in the text. An If or Switch is selected by an item whose pointer begins with its own.
    pub pointer: Pointer,
    /// Space above.
    pub gap: Gap,
    /// A line above (only the Android look draws it).
    pub divider: bool,
    /// What it is.
    pub kind: ItemKind,
}

/// An If or Switch and the items it shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Fork {
    /// The component in the text.
    pub pointer: Pointer,
    /// Its lists of parts: of an If `…/then` and `…/else`, also where no `else` is written; of a Switch
    /// `…/cases/<case>` in file order.
    pub branches: Vec<Pointer>,
    /// The one of them that shows; none: no case fits and there is no default.
    pub shown: Option<Pointer>,
    /// How many of the screen's items stand before those it shows.
    pub start: u32,
    /// How many items it shows, with those of an If or Switch inside. The Footer is no item.
    pub count: u32,
}

/// Space above a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Gap {
    /// The usual one.
    Normal,
    /// A text after a text.
    Small,
}

/// The button at the bottom.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Footer {
    /// The component in the text.
    pub pointer: Pointer,
    /// Its words.
    pub label: String,
    /// Above it, at the start edge.
    pub left_caption: Option<String>,
    /// Above it, centred.
    pub center_caption: Option<String>,
    /// Above it, at the end edge.
    pub right_caption: Option<String>,
    /// It reacts: the Flow allows it and every visible input is filled in well.
    pub enabled: bool,
}
