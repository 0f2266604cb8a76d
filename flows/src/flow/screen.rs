use std::borrow::Cow;

use super::{Action, Component, DataModel, component};
use crate::json::Node;

/// A screen.
#[derive(Debug, Clone)]
pub struct Screen<'t> {
    /// Its object.
    pub node: Node<'t>,
    /// Place in `screens`.
    pub index: usize,
    /// `id`; empty when missing.
    pub id: Cow<'t, str>,
    /// The form can end here.
    pub terminal: bool,
    /// `data`, when it is an object.
    pub data: Option<DataModel<'t>>,
}

impl<'t> Screen<'t> {
    /// Looks at a screen's outermost members.
    pub fn of(node: Node<'t>, index: usize) -> Self {
        let mut screen = Self { node, index, id: Cow::Borrowed(""), terminal: false, data: None };
        for member in node.members() {
            if member.name.is_str("id") {
                screen.id = member.value.as_str().unwrap_or_default();
            } else if member.name.is_str("terminal") {
                screen.terminal = member.value.as_bool() == Some(true);
            } else if member.name.is_str("data") {
                screen.data = DataModel::of(member.value);
            }
        }
        screen
    }

    /// Every component on it, also inside Form, If and Switch, in file order; a holder comes before what
    /// it holds.
    pub fn components(&self) -> Vec<Component<'t>> {
        component::all(self.node)
    }

    /// Every action of these components, also those of list items, in file order.
    pub fn actions(components: &[Component<'t>]) -> Vec<Action<'t>> {
        components.iter().enumerate().flat_map(|(owner, c)| Action::all(c, owner)).collect()
    }
}
