//! What inputs have in common, and what can be wrong with one.

use serde::{Deserialize, Serialize};

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
