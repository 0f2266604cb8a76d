//! A journey read from its text.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::nodes::Sealed;
use super::nodes::shared::{Step, Wrong, members};
use super::{Body, Fields, Journey, JourneyNode, NodeId, Settings, Stage};
use crate::json::{Kind, Node, Pointer, Tree};

/// Something that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// Where it stands.
    pub at: Pointer,
    /// What is wrong, as part of a sentence.
    pub why: String,
}

/// Whether a text is a journey: an object that names the format of journeys and has nodes.
pub fn is_journey(root: Node<'_>) -> bool {
    root.kind() == Kind::Object && root.get("journey").is_some() && root.get("nodes").is_some()
}

impl Journey {
    /// Reads a text. What does not fit is left out, or sealed, and told in `unread`.
    pub fn read(tree: &Tree) -> Self {
        let root = tree.root();
        let mut unread = Vec::new();
        let part = |key: &str, fallback: Value| match root.get(key) {
            Some(node) => (node.to_value(), node.pointer()),
            None => (fallback, Pointer::default()),
        };
        let (settings, settings_at) = part("settings", Value::Object(serde_json::Map::new()));
        let (data, data_at) = part("data", Value::Object(serde_json::Map::new()));
        let settings = or_default::<Settings>(settings, settings_at, &mut unread);
        let data = or_default::<Fields>(data, data_at, &mut unread);
        let items = root.get("nodes").into_iter().flat_map(Node::items);
        let nodes = items.enumerate().map(|(at, node)| read_node(at, node, &mut unread)).collect();
        Self { settings, data, nodes, unread }
    }
}

fn or_default<T: DeserializeOwned + Default>(value: Value, at: Pointer, unread: &mut Vec<Unread>) -> T {
    members(value).unwrap_or_else(|wrong| {
        unread.push(told(at, wrong));
        T::default()
    })
}

fn told(mut at: Pointer, wrong: Wrong) -> Unread {
    for step in wrong.path {
        at = match step {
            Step::Member(name) => at.key(&name),
            Step::Item(index) => at.index(index),
        };
    }
    Unread { at, why: wrong.why }
}

fn read_node(at: usize, node: Node<'_>, unread: &mut Vec<Unread>) -> JourneyNode {
    let place = || node.pointer();
    let text = |key: &str| node.get(key).and_then(Node::as_str).map(std::borrow::Cow::into_owned);
    if node.kind() != Kind::Object {
        unread.push(Unread { at: place(), why: "this is no node".to_owned() });
    }
    let kind = text("kind").unwrap_or_default();
    let body = Body::read(&kind, node.to_value()).unwrap_or_else(|wrong| {
        unread.push(told(place(), wrong));
        Body::Sealed(Sealed { kind })
    });
    let stage = node.get("stage").and_then(|stage| {
        members::<Stage>(stage.to_value()).map_err(|wrong| unread.push(told(stage.pointer(), wrong))).ok()
    });
    let mut to = BTreeMap::new();
    for way in node.get("to").into_iter().flat_map(Node::members) {
        match way.value.as_str() {
            Some(target) => {
                to.insert(way.key().into_owned(), NodeId(target.into_owned()));
            }
            None => unread
                .push(Unread { at: way.value.pointer(), why: "here the id of a node is wanted".to_owned() }),
        }
    }
    JourneyNode {
        id: NodeId(text("id").unwrap_or_default()),
        stage,
        title: text("title").unwrap_or_default(),
        off: node.get("off").and_then(Node::as_bool).unwrap_or_default(),
        to,
        body,
        at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_understood_is_sealed_and_all_else_is_read() {
        let tree = Tree::parse(
            r#"{"journey": 1, "settings": {"re_entry": "sometimes"}, "data": {"size": {"type": "text"}},
                "nodes": [{"id": "a", "kind": "first_message", "stage": "awareness", "to": {"next": "b", "x": 3}},
                          {"id": "b", "kind": "teleport", "title": "From the future", "to": {"next": "c"}},
                          {"id": "c", "kind": "wait", "for": 3, "stage": "nowhere"}, 7]}"#,
        );
        assert!(is_journey(tree.root()));
        let journey = Journey::read(&tree);
        let kinds: Vec<&str> = journey.nodes.iter().map(|node| node.body.kind()).collect();
        assert_eq!(kinds, ["first_message", "teleport", "wait", ""]);
        assert_eq!(journey.edges().collect::<Vec<_>>(), [(0, "next", 1), (1, "next", 2)]);
        let places: Vec<&str> = journey.unread.iter().map(|unread| unread.at.0.as_str()).collect();
        assert_eq!(
            places,
            ["/settings/re_entry", "/nodes/0/to/x", "/nodes/2/for", "/nodes/2/stage", "/nodes/3"]
        );
        assert_eq!(journey.data.len(), 1);
    }
}
