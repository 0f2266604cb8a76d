//! One screen as the phone shows it.

use serde::{Deserialize, Serialize};

use super::text::Block;
use crate::json::Pointer;

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

/// Space above a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Gap {
    /// The usual one.
    Normal,
    /// A text after a text.
    Small,
}

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
        /// Width by height, used unless both sides are given.
        aspect_ratio: f64,
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

/// What all inputs have.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Field {
    /// Its name; acts name the input by it.
    pub name: String,
    /// What it asks.
    pub label: String,
    /// The label is followed by "(optional)".
    pub optional: bool,
    /// It reacts.
    pub enabled: bool,
    /// Help below it; an error takes its place.
    pub helper: Option<String>,
    /// What is wrong, once it has been left.
    pub error: Option<FieldError>,
    /// Shown as dots in the summary after sending.
    pub sensitive: bool,
}

/// What is wrong with an input.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "type", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum FieldError {
    /// The Flow's own `error-message`.
    Message {
        /// Its words.
        text: String,
    },
    /// Nothing is filled in.
    Required,
    /// Too few characters.
    TooShort {
        /// Fewest.
        min: u32,
    },
    /// Too many characters.
    TooLong {
        /// Most.
        max: u32,
    },
    /// Not an e-mail address.
    NotAnEmail,
    /// Not a phone number.
    NotAPhone,
    /// Not a number.
    NotANumber,
    /// Not digits alone.
    NotDigits,
    /// Does not fit the Flow's own `pattern`; the helper text tells what is wanted.
    NoMatch,
    /// Not one of the options.
    NotAnOption,
    /// Too few options chosen.
    TooFew {
        /// Fewest.
        min: u32,
    },
    /// Too many options chosen.
    TooMany {
        /// Most.
        max: u32,
    },
    /// Not a day of the calendar.
    NotADate,
    /// A day before the first or after the last.
    OutOfRange {
        /// First day, `YYYY-MM-DD`.
        min: String,
        /// Last day, `YYYY-MM-DD`.
        max: String,
    },
    /// A day that cannot be chosen.
    Unavailable,
    /// The end of a range lies before its start.
    EndBeforeStart,
    /// The range is too short.
    TooFewDays {
        /// Fewest.
        min: u32,
    },
    /// The range is too long.
    TooManyDays {
        /// Most.
        max: u32,
    },
    /// Too few files.
    TooFewFiles {
        /// Fewest.
        min: u32,
    },
    /// Too many files.
    TooManyFiles {
        /// Most.
        max: u32,
    },
    /// A file is too large.
    FileTooLarge {
        /// Most, in kilobytes.
        max_kb: u32,
    },
}

/// Which keyboard comes up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Keyboard {
    /// Letters.
    Text,
    /// Digits.
    Number,
    /// A dial pad.
    Phone,
    /// Letters with @.
    Email,
}

/// One option.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Choice {
    /// Acts name it by this.
    pub id: String,
    /// Its words.
    pub title: String,
    /// Below the title.
    pub description: Option<String>,
    /// At the end.
    pub metadata: Option<String>,
    /// It reacts.
    pub enabled: bool,
    /// It is chosen.
    pub selected: bool,
    /// A picture or a colour at the start.
    pub media: Option<Media>,
}

/// What stands at the start of an option.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Media {
    /// A picture.
    Image {
        /// The picture.
        picture: Picture,
    },
    /// A colour, `#RRGGBB`.
    Color {
        /// The colour.
        color: String,
    },
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Picture {
    /// A `data:` address; none: the phone shows a grey placeholder.
    pub src: Option<String>,
    /// What it shows, for those who do not see it.
    pub alt: String,
}

/// Size of the pictures of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum MediaSize {
    /// `regular`.
    #[default]
    Regular,
    /// `large`.
    Large,
}

/// How a picture fills its box.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    /// Whole, with empty edges.
    #[default]
    Contain,
    /// Full, cut at the edges.
    Cover,
}

/// One field for a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct DateInput {
    /// Which field of the component.
    pub part: DatePart,
    /// Label, help, error. `name` is the component's.
    pub field: Field,
    /// The chosen day, `YYYY-MM-DD`; empty: none.
    pub value: String,
}

/// Which field of a date component.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum DatePart {
    /// The only one.
    Single,
    /// Start of a range.
    StartDate,
    /// End of a range.
    EndDate,
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[allow(missing_docs)]
pub enum Weekday {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

/// One row of a navigation list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ListItem {
    /// Acts name it by this.
    pub id: String,
    /// The row in the text; none when the rows come from data.
    pub pointer: Option<Pointer>,
    /// Its words.
    pub title: String,
    /// Below the title.
    pub description: Option<String>,
    /// Below the description.
    pub metadata: Option<String>,
    /// Picture at the start.
    pub start: Option<Picture>,
    /// Words at the end.
    pub end: Option<ListEnd>,
    /// A mark in place of the tags.
    pub badge: Option<String>,
    /// Small pills.
    pub tags: Vec<String>,
    /// It reacts.
    pub enabled: bool,
}

/// Words at the end of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ListEnd {
    /// First line.
    pub title: Option<String>,
    /// Second line.
    pub description: Option<String>,
    /// Last line.
    pub metadata: Option<String>,
}

/// What both pickers have.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Picker {
    /// Name, label, error.
    pub field: Field,
    /// Below the label.
    pub description: Option<String>,
    /// What was picked.
    pub files: Vec<PickedFile>,
    /// Fewest files.
    pub min: u32,
    /// Most files; another one can be added while `files` is shorter.
    pub max: u32,
    /// Most kilobytes a file.
    pub max_kb: u32,
}

/// A file that was picked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct PickedFile {
    /// Its name with ending.
    pub name: String,
    /// Size in bytes.
    pub size: u32,
    /// Larger than allowed.
    pub too_large: bool,
}

/// Where photos may come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum PhotoSource {
    /// Camera only.
    Camera,
    /// Gallery only.
    Gallery,
    /// Both.
    #[default]
    CameraGallery,
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
