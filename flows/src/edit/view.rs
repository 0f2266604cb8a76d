//! What edits and the mirror need to see of a Flow: its screens, their parts, the actions of a part and
//! the answers a screen asks for. Read straight from the text's tree; nothing is kept.

use std::collections::BTreeSet;

use crate::json::{Kind, Node, Pointer, Tree};

/// A screen and its place in the file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ScreenNode<'t> {
    pub(crate) index: usize,
    pub(crate) node: Node<'t>,
}

impl<'t> ScreenNode<'t> {
    /// `id` as written; empty when missing.
    pub(crate) fn id(self) -> String {
        text_of(self.node, "id")
    }

    /// `title` as written; empty when missing.
    pub(crate) fn title(self) -> String {
        text_of(self.node, "title")
    }

    pub(crate) fn is_terminal(self) -> bool {
        self.node.get("terminal").and_then(Node::as_bool) == Some(true)
    }

    pub(crate) fn pointer(self) -> Pointer {
        screens_pointer().index(self.index)
    }

    /// The array of its top components.
    pub(crate) fn children(self) -> Option<Node<'t>> {
        self.node.get("layout")?.get("children")
    }

    pub(crate) fn children_pointer(self) -> Pointer {
        self.pointer().key("layout").key("children")
    }

    /// Every component, depth first in file order, branches included.
    pub(crate) fn parts(self) -> Vec<Part<'t>> {
        let mut parts = Vec::new();
        if let Some(children) = self.children() {
            collect(children, &self.children_pointer(), &mut parts);
        }
        parts
    }

    /// Members of its data model.
    pub(crate) fn data(self) -> Vec<(String, Node<'t>)> {
        let data = self.node.get("data").into_iter().flat_map(Node::members);
        data.map(|member| (member.key().into_owned(), member.value)).collect()
    }

    /// Every answer the screen asks for: name and value type, in file order.
    pub(crate) fn fields(self) -> Vec<Field<'t>> {
        self.parts().iter().filter_map(Part::field).collect()
    }
}

/// A component and where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Part<'t> {
    pub(crate) node: Node<'t>,
    pub(crate) at: Pointer,
}

/// A named component.
#[derive(Debug, Clone)]
pub(crate) struct Field<'t> {
    pub(crate) node: Node<'t>,
    pub(crate) name: String,
    pub(crate) value: ValueType,
}

/// Components that only show words.
pub(crate) const TEXTS: [&str; 5] = ["TextHeading", "TextSubheading", "TextBody", "TextCaption", "RichText"];

/// What an answer or a data key holds. Integers count as numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ValueType {
    Text,
    Number,
    Truth,
    List,
    Object,
    /// Photos or documents: may go into the final answer only.
    Media,
}

impl<'t> Part<'t> {
    pub(crate) fn kind(&self) -> String {
        text_of(self.node, "type")
    }

    /// The answer it asks for.
    pub(crate) fn field(&self) -> Option<Field<'t>> {
        let kind = self.kind();
        let name = self.node.get("name")?.as_str()?.into_owned();
        let value = match kind.as_str() {
            "Form" => return None,
            "TextInput" => match text_of(self.node, "input-type").as_str() {
                "number" | "passcode" => ValueType::Number,
                _ => ValueType::Text,
            },
            "CheckboxGroup" | "ChipsSelector" => ValueType::List,
            "CalendarPicker" if self.node.get("mode").is_some_and(|m| m.is_str("range")) => ValueType::Object,
            "OptIn" => ValueType::Truth,
            "PhotoPicker" | "DocumentPicker" => ValueType::Media,
            _ => ValueType::Text,
        };
        Some(Field { node: self.node, name, value })
    }
}

/// Something people press or choose, and what happens then.
#[derive(Debug, Clone)]
pub(crate) struct Action<'t> {
    /// The part, list item or option that has it.
    pub(crate) holder: Node<'t>,
    /// Pointer of the holder.
    pub(crate) at: Pointer,
    /// `on-click-action`, `on-select-action` or `on-unselect-action`.
    pub(crate) key: &'static str,
    /// The action's object.
    pub(crate) node: Node<'t>,
}

const ACTION_KEYS: [&str; 3] = ["on-click-action", "on-select-action", "on-unselect-action"];

impl<'t> Action<'t> {
    pub(crate) fn is(&self, name: &str) -> bool {
        self.node.get("name").is_some_and(|n| n.is_str(name))
    }

    /// Id of the screen it navigates to.
    pub(crate) fn target(&self) -> Option<String> {
        self.is("navigate").then(|| self.node.get("next")?.get("name")?.as_str().map(Into::into)).flatten()
    }

    pub(crate) fn payload(&self) -> Option<Node<'t>> {
        self.node.get("payload")
    }

    pub(crate) fn pointer(&self) -> Pointer {
        self.at.clone().key(self.key)
    }
}

/// Actions of one part, its list items and options.
pub(crate) fn actions<'t>(part: &Part<'t>) -> Vec<Action<'t>> {
    let mut found = Vec::new();
    held(part.node, &part.at, &mut found);
    for list in ["list-items", "data-source"] {
        let items = part.node.get(list).into_iter().flat_map(Node::items);
        for (index, item) in items.enumerate() {
            if item.kind() == Kind::Object {
                held(item, &part.at.clone().key(list).index(index), &mut found);
            }
        }
    }
    found
}

fn held<'t>(holder: Node<'t>, at: &Pointer, found: &mut Vec<Action<'t>>) {
    for key in ACTION_KEYS {
        if let Some(node) = holder.get(key) {
            found.push(Action { holder, at: at.clone(), key, node });
        }
    }
}

/// Actions of all parts of a screen.
pub(crate) fn screen_actions(screen: ScreenNode<'_>) -> Vec<Action<'_>> {
    screen.parts().iter().flat_map(actions).collect()
}

fn collect<'t>(list: Node<'t>, at: &Pointer, parts: &mut Vec<Part<'t>>) {
    for (index, node) in list.items().enumerate() {
        if node.kind() == Kind::Object {
            collect_part(node, &at.clone().index(index), parts);
        }
    }
}

fn collect_part<'t>(node: Node<'t>, at: &Pointer, parts: &mut Vec<Part<'t>>) {
    parts.push(Part { node, at: at.clone() });
    for key in ["children", "then", "else"] {
        if let Some(inner) = node.get(key) {
            collect(inner, &at.clone().key(key), parts);
        }
    }
    for case in node.get("cases").into_iter().flat_map(Node::members) {
        collect(case.value, &at.clone().key("cases").key(&case.key()), parts);
    }
}

/// A component and all that lie in it. `at` is its pointer.
pub(crate) fn parts_from<'t>(node: Node<'t>, at: &Pointer) -> Vec<Part<'t>> {
    let mut parts = Vec::new();
    collect_part(node, at, &mut parts);
    parts
}

pub(crate) fn screens_pointer() -> Pointer {
    Pointer::root().key("screens")
}

/// All screens that are objects, in file order.
pub(crate) fn screens(tree: &Tree) -> Vec<ScreenNode<'_>> {
    let items = tree.root().get("screens").into_iter().flat_map(Node::items).enumerate();
    let objects = items.filter(|(_, node)| node.kind() == Kind::Object);
    objects.map(|(index, node)| ScreenNode { index, node }).collect()
}

/// The screen a pointer lies on.
pub(crate) fn screen_of<'t>(tree: &'t Tree, at: &Pointer) -> Option<ScreenNode<'t>> {
    let mut tokens = at.tokens();
    if tokens.next()? != "screens" {
        return None;
    }
    let index: usize = tokens.next()?.parse().ok()?;
    let node = tree.root().get("screens")?.item(index)?;
    Some(ScreenNode { index, node })
}

/// Ids of all screens.
pub(crate) fn screen_ids(tree: &Tree) -> BTreeSet<String> {
    screens(tree).into_iter().map(ScreenNode::id).collect()
}

/// The text of a member; empty when it is missing or not a string.
pub(crate) fn text_of(node: Node<'_>, key: &str) -> String {
    node.get(key).and_then(Node::as_str).unwrap_or_default().into_owned()
}
