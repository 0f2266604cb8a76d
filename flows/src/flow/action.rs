use std::borrow::Cow;

use super::{Component, ComponentKind};
use crate::json::{Kind, Member, Node};

/// When an action happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Slot {
    /// `on-click-action`
    Click,
    /// `on-select-action`
    Select,
    /// `on-unselect-action`
    Unselect,
}

impl Slot {
    /// By the property's name.
    pub fn of(property: &str) -> Option<Self> {
        match property {
            "on-click-action" => Some(Self::Click),
            "on-select-action" => Some(Self::Select),
            "on-unselect-action" => Some(Self::Unselect),
            _ => None,
        }
    }

    /// The property's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Click => "on-click-action",
            Self::Select => "on-select-action",
            Self::Unselect => "on-unselect-action",
        }
    }
}

/// An action in its place.
#[derive(Debug, Clone, Copy)]
pub struct Action<'t> {
    /// Its object.
    pub node: Node<'t>,
    /// When it happens.
    pub slot: Slot,
    /// The component it belongs to, by its place in [`super::Screen::components`].
    pub owner: usize,
    /// The list item it belongs to, when it is not the component's own.
    pub item: Option<Node<'t>>,
    name: Option<Node<'t>>,
    payload: Option<Node<'t>>,
    target: Option<Node<'t>>,
}

impl<'t> Action<'t> {
    /// `name`, for example `navigate`; empty when missing.
    pub fn name(&self) -> Cow<'t, str> {
        self.name.and_then(Node::as_str).unwrap_or_default()
    }

    /// Whether it does that.
    pub fn is(&self, name: &str) -> bool {
        self.name.is_some_and(|node| node.is_str(name))
    }

    /// `payload`, when it is an object.
    pub fn payload(&self) -> Option<Node<'t>> {
        self.payload
    }

    /// `next.name` of a `navigate` action that leads to a screen.
    pub fn target(&self) -> Option<Node<'t>> {
        self.target
    }

    pub(super) fn all(component: &Component<'t>, owner: usize) -> Vec<Self> {
        let mut out = Vec::new();
        let lists = match component.kind {
            Some(
                ComponentKind::CheckboxGroup
                | ComponentKind::RadioButtonsGroup
                | ComponentKind::Dropdown
                | ComponentKind::ChipsSelector,
            ) => Some("data-source"),
            Some(ComponentKind::NavigationList) => Some("list-items"),
            _ => None,
        };
        for member in component.node.members() {
            out.extend(Self::in_member(member, owner, None));
            if lists.is_some_and(|list| member.name.is_str(list)) {
                for item in member.value.items() {
                    out.extend(item.members().filter_map(|m| Self::in_member(m, owner, Some(item))));
                }
            }
        }
        out
    }

    fn in_member(member: Member<'t>, owner: usize, item: Option<Node<'t>>) -> Option<Self> {
        if member.value.kind() != Kind::Object {
            return None;
        }
        let slot = Slot::of(&member.key())?;
        let node = member.value;
        let (mut name, mut payload, mut next) = (None, None, None);
        for member in node.members() {
            if member.name.is_str("name") {
                name = Some(member.value);
            } else if member.name.is_str("payload") {
                payload = Some(member.value).filter(|payload| payload.kind() == Kind::Object);
            } else if member.name.is_str("next") {
                next = Some(member.value);
            }
        }
        let target = next
            .filter(|_| name.is_some_and(|name| name.is_str("navigate")))
            .filter(|next| next.get("type").is_some_and(|kind| kind.is_str("screen")))
            .and_then(|next| next.get("name"))
            .filter(|name| name.kind() == Kind::String);
        Some(Self { node, slot, owner, item, name, payload, target })
    }
}
