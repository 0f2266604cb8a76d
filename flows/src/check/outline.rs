//! What other screens and the routing need to know of a screen, kept while the screen does not change.

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
    /// Ids of the screens that `navigate` actions lead to, in file order, doubles included.
    pub(super) targets: Vec<String>,
    pub(super) has_footer: bool,
    /// An action asks the endpoint.
    pub(super) asks_endpoint: bool,
    pub(super) has_navigation_list: bool,
    pub(super) carousels: usize,
    /// An If has `true` or `false` as its condition.
    pub(super) has_literal_condition: bool,
    /// Changes when anything changes that other screens can refer to.
    pub(super) interface: u64,
}

impl Outline {
    pub(super) fn of(screen: &Screen<'_>, components: &[Component<'_>], actions: &[Action<'_>]) -> Self {
        let mut outline = Self {
            fields: components.iter().filter_map(field).collect(),
            targets: actions.iter().filter_map(|a| Some(a.target()?.as_str()?.into_owned())).collect(),
            has_footer: components.iter().any(|c| c.is(ComponentKind::Footer)),
            asks_endpoint: actions.iter().any(|action| action.is("data_exchange")),
            has_navigation_list: components.iter().any(|c| c.is(ComponentKind::NavigationList)),
            carousels: components.iter().filter(|c| c.is(ComponentKind::ImageCarousel)).count(),
            has_literal_condition: components.iter().any(|c| {
                c.is(ComponentKind::If) && c.get("condition").is_some_and(|node| node.as_bool().is_some())
            }),
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
