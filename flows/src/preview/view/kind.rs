//! What a part of a screen is, with everything that is drawn of it.

use serde::{Deserialize, Serialize};

use super::{
    Choice, DateInput, Field, Keyboard, ListItem, MediaSize, PhotoSource, Picker, Picture, Scale, Weekday,
};
use crate::preview::text::Block;

/// What a part is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "type", rename_all_fields = "camelCase")]
pub enum ItemKind {
    /// `TextHeading`, `TextSubheading`, `TextBody` or `TextCaption`.
    Text {
        /// Which of them.
        style: TextStyle,
        /// Its text, cut to the letters a phone shows.
        blocks: Vec<Block>,
    },
    /// Long text with headings, lists, pictures and tables.
    RichText {
        /// Its text.
        blocks: Vec<Block>,
    },
    /// One line of text.
    TextInput {
        /// Name, label, help, error.
        field: Field,
        /// What is in it.
        value: String,
        /// Which keyboard comes up.
        keyboard: Keyboard,
        /// Letters show as dots.
        masked: bool,
        /// The label stands above the box, in full.
        large_label: bool,
        /// Most characters that can be typed.
        max_chars: u32,
    },
    /// Several lines of text.
    TextArea {
        /// Name, label, help, error.
        field: Field,
        /// What is in it.
        value: String,
        /// The label stands above the box, in full.
        large_label: bool,
        /// Characters used, for the counter.
        used: u32,
        /// Most characters.
        max_length: u32,
    },
    /// Several of several.
    CheckboxGroup {
        /// Name, label, error.
        field: Field,
        /// Below the label.
        description: Option<String>,
        /// Size of the pictures.
        media_size: MediaSize,
        /// The options.
        choices: Vec<Choice>,
        /// Fewest to choose, for the hint.
        min: Option<u32>,
        /// Most to choose, for the hint.
        max: Option<u32>,
    },
    /// One of several.
    RadioButtonsGroup {
        /// Name, label, error.
        field: Field,
        /// Below the label.
        description: Option<String>,
        /// Size of the pictures.
        media_size: MediaSize,
        /// The options.
        choices: Vec<Choice>,
    },
    /// One of many, in a list that opens.
    Dropdown {
        /// Name, label, error.
        field: Field,
        /// The options.
        choices: Vec<Choice>,
        /// The open list has a search box.
        searchable: bool,
    },
    /// Several of several, as pills.
    ChipsSelector {
        /// Name, label, error.
        field: Field,
        /// Below the label.
        description: Option<String>,
        /// The options.
        choices: Vec<Choice>,
        /// Fewest to choose, for the hint.
        min: Option<u32>,
        /// Most to choose, for the hint.
        max: Option<u32>,
    },
    /// One day, in the system's calendar.
    DatePicker {
        /// The input.
        input: DateInput,
        /// First day, `YYYY-MM-DD`.
        min_date: String,
        /// Last day, `YYYY-MM-DD`.
        max_date: String,
        /// Days that cannot be chosen, `YYYY-MM-DD`.
        unavailable: Vec<String>,
    },
    /// One day or a stretch of days, in a month view.
    CalendarPicker {
        /// Above a range.
        title: Option<String>,
        /// Above a range.
        description: Option<String>,
        /// One input, or start and end of a range.
        inputs: Vec<DateInput>,
        /// First day, `YYYY-MM-DD`.
        min_date: String,
        /// Last day, `YYYY-MM-DD`.
        max_date: String,
        /// Days that cannot be chosen, `YYYY-MM-DD`.
        unavailable: Vec<String>,
        /// Days of the week that can be chosen.
        include_days: Vec<Weekday>,
        /// Fewest days of a range.
        min_days: Option<u32>,
        /// Most days of a range.
        max_days: Option<u32>,
    },
    /// A box to tick.
    OptIn {
        /// Name, label, error.
        field: Field,
        /// Whether it is ticked.
        checked: bool,
        /// It has a "Read more" link.
        more: bool,
    },
    /// A link on a line of its own.
    EmbeddedLink {
        /// Its words.
        text: String,
    },
    /// A picture.
    Image {
        /// The picture.
        picture: Picture,
        /// Width in px; none: full width.
        width: Option<f64>,
        /// Height in px; none: by ratio.
        height: Option<f64>,
        /// Width by height, used unless both sides are given; none: the picture's own.
        aspect_ratio: Option<f64>,
        /// How it fills its box.
        scale: Scale,
    },
    /// Pictures to page through.
    ImageCarousel {
        /// The pictures.
        pictures: Vec<Picture>,
        /// Width by height.
        aspect_ratio: f64,
        /// How they fill their box.
        scale: Scale,
    },
    /// Rows that lead on.
    NavigationList {
        /// Its name.
        name: String,
        /// Above it.
        label: Option<String>,
        /// Below the label.
        description: Option<String>,
        /// Size of the pictures.
        media_size: MediaSize,
        /// The rows.
        rows: Vec<ListItem>,
    },
    /// Photos from camera or gallery.
    PhotoPicker {
        /// Label, files, limits.
        picker: Picker,
        /// Where photos may come from.
        source: PhotoSource,
    },
    /// Files.
    DocumentPicker {
        /// Label, files, limits.
        picker: Picker,
        /// Kinds of files, as MIME types; empty: all.
        mime_types: Vec<String>,
    },
    /// A part that is not known here. It is kept and shown sealed.
    Sealed {
        /// `type` as written; empty when missing.
        component: String,
    },
}

/// Which text component.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum TextStyle {
    /// `TextHeading`.
    Heading,
    /// `TextSubheading`.
    Subheading,
    /// `TextBody`.
    Body,
    /// `TextCaption`.
    Caption,
}
