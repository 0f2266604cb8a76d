use std::borrow::Cow;

use super::ComponentKind;
use crate::json::{Kind, Node};

/// What a component lies directly in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Holder {
    /// The screen's `layout`.
    Layout,
    /// A `Form`.
    Form,
    /// An `If`: `then` or `else`.
    If,
    /// One case of a `Switch`.
    Switch,
}

impl Holder {
    /// Its name in the facts.
    pub fn name(self) -> &'static str {
        match self {
            Self::Layout => "SingleColumnLayout",
            Self::Form => "Form",
            Self::If => "If",
            Self::Switch => "Switch",
        }
    }
}

/// A component in its place.
#[derive(Debug, Clone, Copy)]
pub struct Component<'t> {
    /// Its object.
    pub node: Node<'t>,
    /// Its type; `None` when missing or unknown.
    pub kind: Option<ComponentKind>,
    /// What it lies directly in.
    pub holder: Holder,
    /// The array it stands in.
    pub list: Node<'t>,
    /// The component it lies in, by its place in [`super::Screen::components`].
    pub parent: Option<usize>,
    /// The Form round it, by its place in [`super::Screen::components`].
    pub form: Option<usize>,
    /// How many `If` lie round it.
    pub if_depth: usize,
}

impl<'t> Component<'t> {
    /// The value of a property.
    pub fn get(&self, property: &str) -> Option<Node<'t>> {
        self.node.get(property)
    }

    /// Whether it is of this kind.
    pub fn is(&self, kind: ComponentKind) -> bool {
        self.kind == Some(kind)
    }

    /// `name`, when it is a string.
    pub fn name(&self) -> Option<Cow<'t, str>> {
        self.get("name").and_then(Node::as_str)
    }

    /// `type` as written.
    pub fn type_name(&self) -> Cow<'t, str> {
        self.get("type").and_then(Node::as_str).unwrap_or_default()
    }
}

/// The arrays of components that a component holds, with what they make of what is in them.
fn lists<'t>(component: &Component<'t>) -> Vec<(Node<'t>, Holder)> {
    match component.kind {
        Some(ComponentKind::Form) => {
            component.get("children").into_iter().map(|list| (list, Holder::Form)).collect()
        }
        Some(ComponentKind::If) => component
            .node
            .members()
            .filter(|m| m.name.is_str("then") || m.name.is_str("else"))
            .map(|m| (m.value, Holder::If))
            .collect(),
        Some(ComponentKind::Switch) => component
            .get("cases")
            .into_iter()
            .flat_map(Node::members)
            .map(|m| (m.value, Holder::Switch))
            .collect(),
        _ => Vec::new(),
    }
}

pub(super) fn all(screen: Node<'_>) -> Vec<Component<'_>> {
    let mut out = Vec::new();
    if let Some(children) = screen.get("layout").and_then(|layout| layout.get("children")) {
        collect(children, Holder::Layout, None, &mut out);
    }
    out
}

fn collect<'t>(list: Node<'t>, holder: Holder, parent: Option<usize>, out: &mut Vec<Component<'t>>) {
    let (form, if_depth) = match parent.and_then(|p| out.get(p)) {
        Some(p) if p.is(ComponentKind::Form) => (parent, p.if_depth),
        Some(p) => (p.form, p.if_depth + usize::from(p.is(ComponentKind::If))),
        None => (None, 0),
    };
    for node in list.items().filter(|node| node.kind() == Kind::Object) {
        let kind = node.get("type").and_then(Node::as_str).and_then(|t| ComponentKind::from_name(&t));
        let component = Component { node, kind, holder, list, parent, form, if_depth };
        let index = out.len();
        out.push(component);
        for (inner, holder) in lists(&component) {
            collect(inner, holder, Some(index), out);
        }
    }
}
