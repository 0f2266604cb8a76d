use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Version;

/// Meta's component types.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are Meta's and documented there")]
pub enum ComponentKind {
    TextHeading,
    TextSubheading,
    TextBody,
    TextCaption,
    RichText,
    TextInput,
    TextArea,
    CheckboxGroup,
    RadioButtonsGroup,
    Dropdown,
    ChipsSelector,
    DatePicker,
    CalendarPicker,
    OptIn,
    EmbeddedLink,
    Footer,
    Image,
    ImageCarousel,
    NavigationList,
    PhotoPicker,
    DocumentPicker,
    Form,
    If,
    Switch,
}

impl ComponentKind {
    /// All of them, in the order of `facts/components.json`.
    pub const ALL: [Self; 24] = [
        Self::TextHeading,
        Self::TextSubheading,
        Self::TextBody,
        Self::TextCaption,
        Self::RichText,
        Self::TextInput,
        Self::TextArea,
        Self::CheckboxGroup,
        Self::RadioButtonsGroup,
        Self::Dropdown,
        Self::ChipsSelector,
        Self::DatePicker,
        Self::CalendarPicker,
        Self::OptIn,
        Self::EmbeddedLink,
        Self::Footer,
        Self::Image,
        Self::ImageCarousel,
        Self::NavigationList,
        Self::PhotoPicker,
        Self::DocumentPicker,
        Self::Form,
        Self::If,
        Self::Switch,
    ];

    /// Meta's name of it.
    pub fn name(self) -> &'static str {
        component(self).kind.as_str()
    }

    /// By Meta's name; `None` for anything else.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether people fill it in: it has a `name` and gives a value. A list to navigate by is not filled in.
    pub fn is_input(self) -> bool {
        self != Self::NavigationList && component(self).value.is_some()
    }

    /// Whether it takes photos or documents.
    pub fn is_picker(self) -> bool {
        matches!(self, Self::PhotoPicker | Self::DocumentPicker)
    }
}

/// Types of JSON values as Meta names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "JSON's own types")]
pub enum JsonType {
    String,
    Number,
    Integer,
    Boolean,
    Array,
    Object,
    Null,
}

impl JsonType {
    /// Whether a value is of this type.
    pub fn is_of(self, value: &Value) -> bool {
        match self {
            Self::String => value.is_string(),
            Self::Number => value.is_number(),
            Self::Integer => value.is_i64() || value.is_u64(),
            Self::Boolean => value.is_boolean(),
            Self::Array => value.is_array(),
            Self::Object => value.is_object(),
            Self::Null => value.is_null(),
        }
    }

    /// Its name in messages and data models.
    pub fn name(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Number => "number",
            Self::Integer => "integer",
            Self::Boolean => "boolean",
            Self::Array => "array",
            Self::Object => "object",
            Self::Null => "null",
        }
    }
}

/// What is known of a component.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ComponentFacts {
    /// Meta's name, as in `type`.
    #[serde(rename = "type")]
    pub kind: String,
    /// First version that has it.
    #[specta(type = String)]
    pub since: Version,
    /// Where it may stand.
    pub parents: Vec<ParentFacts>,
    /// Type of the value that `${form.name}` gives (`array<media>` for pickers); none when it has no value.
    #[serde(default)]
    pub value: Option<String>,
    /// Most of them on a screen.
    #[serde(default)]
    pub max_per_screen: Option<u32>,
    /// From which version that is checked.
    #[serde(default)]
    #[specta(type = Option<String>)]
    pub max_per_screen_since: Option<Version>,
    /// Most of them in a Flow.
    #[serde(default)]
    pub max_per_flow: Option<u32>,
    /// How many items the phone shows.
    #[serde(default)]
    pub shown_items: Option<ShownItems>,
    /// Every property but `type`.
    pub properties: Vec<PropertyFacts>,
}

impl ComponentFacts {
    /// A property by its name, whatever the version.
    pub fn property(&self, name: &str) -> Option<&PropertyFacts> {
        self.properties.iter().find(|property| property.name == name)
    }

    /// Whether it may stand in that parent (`SingleColumnLayout`, `Form`, `If`, `Switch`).
    pub fn allowed_in(&self, parent: &str, version: Version) -> bool {
        self.parents.iter().any(|p| p.kind == parent && p.since <= version)
    }
}

/// A place where a component may stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct ParentFacts {
    /// `SingleColumnLayout`, `Form`, `If` or `Switch`.
    #[serde(rename = "type")]
    pub kind: String,
    /// First version that allows it.
    #[specta(type = String)]
    pub since: Version,
}

/// How many items the phone shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ShownItems {
    /// The array.
    pub property: String,
    /// Fewest.
    pub min: u32,
    /// Most.
    pub max: u32,
    /// Most when any item has an image.
    #[serde(default)]
    pub max_with_images: Option<u32>,
}

#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, as it stands in the file")]
/// What is known of a property of a component, of an item in a list or of a nested object.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct PropertyFacts {
    /// Meta's name.
    pub name: String,
    /// JSON types of a literal value.
    pub types: Vec<JsonType>,
    /// Whether customers read what it says (of an object: what each of its members says).
    #[serde(default)]
    pub shown: bool,
    /// Whether it must be there.
    #[serde(default)]
    pub required: bool,
    /// First version that has it.
    #[specta(type = String)]
    pub since: Version,
    /// Only allowed when the component is not inside a Form.
    #[serde(default)]
    pub outside_form_only: bool,
    /// What holds when it is not there.
    #[serde(default)]
    pub default: Option<Value>,
    /// All values it may take; empty for any.
    #[serde(default)]
    pub choices: Vec<String>,
    /// All values that items of the array may take; empty for any.
    #[serde(default)]
    pub item_choices: Vec<String>,
    /// Smallest number.
    #[serde(default)]
    pub min: Option<f64>,
    /// Largest number.
    #[serde(default)]
    pub max: Option<f64>,
    /// Fewest items.
    #[serde(default)]
    pub min_items: Option<u32>,
    /// Most items.
    #[serde(default)]
    pub max_items: Option<u32>,
    /// Fewest characters.
    #[serde(default)]
    pub min_chars: Option<u32>,
    /// Most characters by Meta's documentation; the phone cuts or refuses what is longer.
    #[serde(default)]
    pub max_chars: Option<u32>,
    /// Most characters as the phone has it, where that differs from the documentation.
    #[serde(default)]
    pub max_chars_client: Option<u32>,
    /// Most characters of a label with `label-variant` `large`.
    #[serde(default)]
    pub max_chars_large: Option<u32>,
    /// From which version blank text is refused.
    #[serde(default)]
    #[specta(type = Option<String>)]
    pub non_blank_since: Option<Version>,
    /// `regex`, `base64`, `color` (`#RRGGBB`), `binding` (of texts, one binding only) or `paragraphs` (of a list,
    /// texts that Meta's pattern takes).
    #[serde(default)]
    pub format: Option<String>,
    /// Neither `${...}` nor backticks are allowed.
    #[serde(default)]
    pub static_only: bool,
    /// Data model types that `${...}` may have here; empty when no binding is allowed.
    #[serde(default)]
    pub binding: Vec<String>,
    /// Result types that an expression in backticks may have here (version 6.0 and later).
    #[serde(default)]
    pub expression: Vec<String>,
    /// Text with `${...}` somewhere in it passes the validator (and is shown as written).
    #[serde(default)]
    pub text_around_binding: bool,
    /// Actions allowed here.
    #[serde(default)]
    pub actions: Vec<ActionFacts>,
    /// It holds components.
    #[serde(default)]
    pub children: bool,
    /// Types of the array's items, where they are not objects.
    #[serde(default)]
    pub item_types: Vec<JsonType>,
    /// Members of the array's items, where they are objects.
    #[serde(default)]
    pub item: Vec<PropertyFacts>,
    /// Members of the object.
    #[serde(default)]
    pub members: Vec<PropertyFacts>,
}

impl PropertyFacts {
    /// Most characters that certainly are not too many: where documentation and phone differ, the larger number.
    pub fn most_chars(&self) -> Option<u32> {
        self.max_chars.max(self.max_chars_client)
    }
}

/// An action allowed at a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct ActionFacts {
    /// `navigate`, `complete`, `data_exchange`, `open_url` or `update_data`.
    pub name: String,
    /// First version that allows it there.
    #[specta(type = String)]
    pub since: Version,
}

/// What is known of every component, from `facts/components.json`.
pub fn components() -> &'static [ComponentFacts] {
    #[derive(Deserialize)]
    struct File {
        components: Vec<ComponentFacts>,
    }
    static COMPONENTS: LazyLock<File> =
        LazyLock::new(|| super::load(include_str!("../../facts/components.json")));
    &COMPONENTS.components
}

/// What is known of one component.
#[expect(clippy::indexing_slicing, reason = "a test holds the file to one entry a kind, in order")]
pub fn component(kind: ComponentKind) -> &'static ComponentFacts {
    &components()[kind as usize]
}
