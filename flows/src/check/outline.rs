//! What other screens and the routing need to know of a screen, kept while the screen does not change.

use std::borrow::Cow;
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::expr::Type;
use crate::flow::{Action, Component, ComponentKind, Screen};

/// An input and what its value is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) kind: ComponentKind,
    pub(super) value: Type,
}

/// A screen, seen from outside.
#[derive(Debug, Clone, Default)]
pub(super) struct Outline {
    /// Components with a name and a value, in file order.
    pub(super) fields: Vec<Field>,
    /// Ids of the screens that `navigate` actions of components lead to, each once, in file order.
    /// Meta does not look at those of list items.
    pub(super) targets: Vec<String>,
    /// How many Footers.
    pub(super) footers: usize,
    /// An action asks the endpoint.
    pub(super) asks_endpoint: bool,
    /// How many lists to navigate by.
    pub(super) navigation_lists: usize,
    /// How many `ImageCarousel`s.
    pub(super) carousels: usize,
    /// How many Ifs have `true` or `false` as their condition.
    pub(super) literal_conditions: usize,
    /// Changes when anything changes that other screens can refer to.
    pub(super) interface: u64,
}

impl Outline {
    pub(super) fn of(screen: &Screen<'_>, components: &[Component<'_>], actions: &[Action<'_>]) -> Self {
        let count = |kind| components.iter().filter(|c| c.is(kind)).count();
        let mut known = HashSet::new();
        let mut outline = Self {
            fields: components.iter().filter_map(field).collect(),
            targets: actions
                .iter()
                .filter(|a| a.item.is_none())
                .filter_map(|a| a.target()?.as_str())
                .filter(|id| known.insert(id.clone()))
                .map(Cow::into_owned)
                .collect(),
            footers: count(ComponentKind::Footer),
            asks_endpoint: actions.iter().any(|action| action.is("data_exchange")),
            navigation_lists: count(ComponentKind::NavigationList),
            carousels: count(ComponentKind::ImageCarousel),
            literal_conditions: components
                .iter()
                .filter(|c| c.is(ComponentKind::If))
                .filter(|c| c.get("condition").is_some_and(|node| node.as_bool().is_some()))
                .count(),
            interface: 0,
        };
        let mut hasher = DefaultHasher::new();
        screen.id.hash(&mut hasher);
        screen.terminal.hash(&mut hasher);
        screen.data.map(|data| data.node.raw()).hash(&mut hasher);
        outline.fields.hash(&mut hasher);
        outline.interface = hasher.finish();
        outline
    }

    pub(super) fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

fn field(component: &Component<'_>) -> Option<Field> {
    let kind = component.kind?;
    let declared = crate::facts::component(kind).value.as_deref()?;
    let is = |property: &str, value: &str| component.get(property).is_some_and(|node| node.is_str(value));
    let value = match kind {
        ComponentKind::TextInput if is("input-type", "number") || is("input-type", "passcode") => {
            Type::Number
        }
        ComponentKind::CalendarPicker if is("mode", "range") => Type::Object,
        _ if declared.starts_with("array") => Type::Array,
        _ => Type::named(declared)?,
    };
    Some(Field { name: component.name()?.into_owned(), kind, value })
}
