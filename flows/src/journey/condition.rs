//! What a branch asks.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Clock, FieldName, Stage, Weekday};
use crate::template::Category;

/// Something that is so or not at one moment of a run. Written as `"window_open"` or `{"consent": true}`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// Every one of them. Of none: so.
    All(Vec<Condition>),
    /// At least one of them. Of none: not so.
    Any(Vec<Condition>),
    /// Not this one.
    Not(Box<Condition>),
    /// The 24 hours after the customer's last message are not over.
    WindowOpen,
    /// The hours in which everything is free after somebody came from an ad are not over.
    AdWindowOpen,
    /// The person agreed to marketing messages and has not stopped them.
    Consent,
    /// The person has a tag.
    Tag(String),
    /// The person is in a stage.
    Stage(Stage),
    /// A template of a category could be sent now: consent, and no marketing to numbers of the United States.
    Allowed(#[serde(with = "category")] Category),
    /// The time of day in the person's zone, from one up to another, which may be the next day's.
    Between(Clock, Clock),
    /// The day of the week in the person's zone.
    On(Vec<Weekday>),
    /// A value.
    Field {
        /// Its name.
        name: FieldName,
        /// What it is held against.
        #[serde(flatten)]
        test: Test,
    },
}

/// What a value is held against. Texts are compared without regard to upper and lower case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Test {
    /// The same.
    Is(Value),
    /// Another one, or none.
    IsNot(Value),
    /// A text with this in it, or a list that has it.
    Contains(Value),
    /// A number or a date above.
    Above(Value),
    /// A number or a date below.
    Below(Value),
    /// There is one (`true`) or there is none.
    Known(bool),
}

impl Condition {
    /// All values it asks for.
    pub fn fields(&self) -> Vec<&FieldName> {
        match self {
            Self::All(inner) | Self::Any(inner) => inner.iter().flat_map(Self::fields).collect(),
            Self::Not(inner) => inner.fields(),
            Self::Field { name, .. } => vec![name],
            _ => Vec::new(),
        }
    }
}

/// Meta's name of a category, in lower case.
pub(super) mod category {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    use crate::template::Category;

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives it so")]
    pub(in crate::journey) fn serialize<S: Serializer>(
        category: &Category,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&category.name().to_lowercase())
    }

    pub(in crate::journey) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Category, D::Error> {
        let name = String::deserialize(deserializer)?;
        Category::from_name(&name.to_uppercase()).ok_or_else(|| {
            D::Error::custom(format!("'{name}' is no category; it is marketing, utility or authentication"))
        })
    }
}
