//! Where in a template, a message or a journey something differs, step by step, so that the page can say it in its own words.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::words;

/// One step of the way to a difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "part", content = "of", rename_all = "snake_case")]
pub enum Part {
    /// What stands above the text.
    Heading,
    /// The text.
    Text,
    /// What stands below the text.
    SmallPrint,
    /// All buttons.
    Buttons,
    /// All cards.
    Cards,
    /// An offer that ends.
    Offer,
    /// One button, from 1.
    Button(u32),
    /// One card, from 1.
    Card(u32),
    /// One section of a list, from 1.
    Section(u32),
    /// One choice of a list, from 1.
    Choice(u32),
    /// One message of a step, from 1.
    Message(u32),
    /// One of several of anything else, from 1.
    Item(u32),
    /// Samples of details.
    Samples,
    /// The sample of a button.
    Sample,
    /// The words on a button.
    Label,
    /// What it is.
    Kind,
    /// Where a link leads.
    Link,
    /// The Flow that is opened.
    Flow,
    /// What a template is filed under.
    Category,
    /// A template's language.
    Language,
    /// A template's name at Meta.
    Name,
    /// How many seconds it may wait for the phone.
    Wait,
    /// How details are written.
    Details,
    /// What belongs to all of it.
    Settings,
    /// What is not told more closely.
    Technical,
    /// A step of a journey, by its title.
    Step(String),
    /// A way out of a step, by what people call it.
    Way(String),
    /// Any other member, by its name in plain words.
    Member(String),
}

impl Part {
    /// Any other member.
    pub(super) fn member(key: &str) -> Self {
        Self::Member(words::property(key))
    }

    /// One of several, by its index.
    pub(super) fn numbered(of: fn(u32) -> Self, index: usize) -> Self {
        of(u32::try_from(index).unwrap_or(u32::MAX).saturating_add(1))
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Heading => "Heading",
            Self::Text => "Text",
            Self::SmallPrint => "Small print",
            Self::Buttons => "Buttons",
            Self::Cards => "Cards",
            Self::Offer => "Offer",
            Self::Button(number) => return write!(f, "Button {number}"),
            Self::Card(number) => return write!(f, "Card {number}"),
            Self::Section(number) => return write!(f, "Section {number}"),
            Self::Choice(number) => return write!(f, "Choice {number}"),
            Self::Message(number) => return write!(f, "Message {number}"),
            Self::Item(number) => return write!(f, "Number {number}"),
            Self::Samples => "samples",
            Self::Sample => "sample",
            Self::Label => "label",
            Self::Kind => "kind",
            Self::Link => "link",
            Self::Flow => "Flow",
            Self::Category => super::CATEGORY,
            Self::Language => "Language",
            Self::Name => "Name at Meta",
            Self::Wait => "Seconds it may wait for the phone",
            Self::Details => "How details are written",
            Self::Settings => "Settings",
            Self::Technical => "Technical details",
            Self::Step(title) => return write!(f, "Step \"{title}\""),
            Self::Way(words) => return write!(f, "way \"{words}\""),
            Self::Member(name) => name,
        })
    }
}

/// The whole way as one line.
pub(super) fn line(parts: &[Part]) -> String {
    parts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
