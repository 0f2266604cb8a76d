//! Message templates: what Meta's creation payload says, read from its text.
//!
//! A template's text is the payload itself. The views here are derived from it; parts and members that are not known
//! stay in the text and are shown as what they are.

mod part;
mod variable;
mod wording;

use std::borrow::Cow;

pub use part::{Button, ButtonType, Component, ComponentType};
pub use variable::{Name, Variable, Variables, variables};
pub use wording::{Wording, WordingKind, wordings};

use crate::json::{Kind, Node, Tree};

/// What a template is sent for; prices and rules depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Category {
    /// Offers, news, reminders to buy: everything that is not one of the others.
    Marketing,
    /// About an order, a booking, an account that the person has.
    Utility,
    /// One-time codes.
    Authentication,
}

impl Category {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Marketing, Self::Utility, Self::Authentication];

    /// Meta's name of it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Marketing => "MARKETING",
            Self::Utility => "UTILITY",
            Self::Authentication => "AUTHENTICATION",
        }
    }

    /// By Meta's name, upper or lower case.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.name().eq_ignore_ascii_case(name))
    }
}

/// How variables are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ParameterFormat {
    /// `{{1}}`, `{{2}}`: what Meta takes when nothing is said.
    Positional,
    /// `{{first_name}}`.
    Named,
}

/// The name in `media:<name>`, which stands for a file of this workspace where Meta wants a `header_handle`: the file is
/// uploaded, and the reference replaced, when the template is sent in. Nothing for what is no such reference, or has no
/// plain name of a file.
pub fn media_name(handle: &str) -> Option<&str> {
    let name = handle.strip_prefix(MEDIA)?;
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ');
    (name.starts_with(char::is_alphanumeric) && name.chars().all(is_plain)).then_some(name)
}

/// What a reference to a file of this workspace begins with.
pub(crate) const MEDIA: &str = "media:";

/// A message template.
#[derive(Debug)]
pub struct Template<'t> {
    /// The payload.
    pub root: Node<'t>,
    /// Its name, when it has one that is a text.
    pub name: Option<Cow<'t, str>>,
    /// Its language, Meta's code, when it has one that is a text.
    pub language: Option<Cow<'t, str>>,
    /// Its category, when it is one of Meta's.
    pub category: Option<Category>,
    /// How its variables are written.
    pub format: ParameterFormat,
    /// Its parts in file order; those of cards follow the part that holds them.
    pub components: Vec<Component<'t>>,
    /// All buttons in file order.
    pub buttons: Vec<Button<'t>>,
}

impl<'t> Template<'t> {
    /// Reads a payload. What does not fit is left out of the view, never an error.
    pub fn of(tree: &'t Tree) -> Self {
        let root = tree.root();
        let text = |key: &str| root.get(key).and_then(Node::as_str);
        let is_named = text("parameter_format").is_some_and(|format| format.eq_ignore_ascii_case("named"));
        let mut components = Vec::new();
        part::components(root, None, &mut components);
        let buttons = components.iter().flat_map(part::buttons).collect();
        Self {
            root,
            name: text("name"),
            language: text("language"),
            category: text("category").and_then(|name| Category::from_name(&name)),
            format: if is_named { ParameterFormat::Named } else { ParameterFormat::Positional },
            components,
            buttons,
        }
    }

    /// Parts of a kind that stand in the message itself, not on a card.
    pub fn main(&self, kind: ComponentType) -> impl Iterator<Item = &Component<'t>> {
        self.components.iter().filter(move |component| component.card.is_none() && component.kind == kind)
    }

    /// The text of the message.
    pub fn body(&self) -> Option<&Component<'t>> {
        self.main(ComponentType::Body).next()
    }

    /// Buttons of the message itself.
    pub fn main_buttons(&self) -> impl Iterator<Item = &Button<'t>> {
        self.buttons.iter().filter(|button| button.card.is_none())
    }

    /// The cards of its carousel.
    pub fn cards(&self) -> Vec<Node<'t>> {
        let carousel = self.main(ComponentType::Carousel).next();
        carousel
            .and_then(|part| part.node.get("cards"))
            .map(|cards| cards.items().collect())
            .unwrap_or_default()
    }

    /// Parts of a card.
    pub fn on_card(&self, card: usize) -> impl Iterator<Item = &Component<'t>> {
        self.components.iter().filter(move |component| component.card == Some(card))
    }
}

/// A name as Meta takes it: small letters and digits of a text, other signs as one underscore between them. Empty when the
/// text has none of them.
pub fn name_of(text: &str) -> String {
    let small = text.to_lowercase();
    let words = small.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("_")
}

/// Whether a text looks like a template's payload: an object with `components`, or with a name and a category.
pub fn is_template(root: Node<'_>) -> bool {
    root.kind() == Kind::Object
        && root.get("screens").is_none()
        && (root.get("components").is_some_and(|parts| parts.kind() == Kind::Array)
            || root.get("name").is_some() && root.get("category").is_some())
}
