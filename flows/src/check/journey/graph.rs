//! The graph of a journey, and new nodes in it.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::context::{At, JourneyContext};
use crate::edit::Edit;
use crate::journey::{JourneyNode, NodeId, TemplateKnown, TemplateUse};
use crate::json::{Kind, Node};

/// A template that a step sends, and what is known of it.
#[derive(Clone, Copy)]
pub(super) struct Used<'c, 't> {
    pub(super) at: At<'c, 't>,
    pub(super) used: &'c TemplateUse,
    /// The object that names it.
    pub(super) text: Node<'t>,
    pub(super) known: &'c TemplateKnown,
}

impl<'t> JourneyContext<'t> {
    /// The templates that steps send, as far as they are known. What is switched off sends nothing.
    pub(super) fn used(&self) -> impl Iterator<Item = Used<'_, 't>> {
        self.nodes().filter(|at| !at.node.off).flat_map(move |at| {
            let used = at.templates().into_iter();
            used.filter_map(move |(used, text)| Some(Used { at, used, text, known: self.template(used)? }))
        })
    }

    /// Every node on the ways from some nodes on, these too. Those that do not let through are there; what comes after
    /// them only as far as another way leads there.
    pub(super) fn onward(
        &self,
        from: impl IntoIterator<Item = usize>,
        lets_through: impl Fn(&JourneyNode) -> bool,
    ) -> BTreeSet<usize> {
        let mut open: Vec<usize> = from.into_iter().collect();
        let mut found = BTreeSet::new();
        while let Some(index) = open.pop() {
            let Some(node) = self.journey().nodes.get(index).filter(|_| found.insert(index)) else { continue };
            if node.off || lets_through(node) {
                open.extend(self.after(index));
            }
        }
        found
    }

    /// An id that no node has.
    pub(super) fn free_id(&self, base: &str) -> String {
        let ids = (2..).map(|number| format!("{base}-{number}"));
        std::iter::once(base.to_owned())
            .chain(ids)
            .find(|id| self.place(&NodeId(id.clone())).is_none())
            .unwrap_or_default()
    }

    /// Adds a node at the end; none: there is no list of nodes.
    pub(super) fn add(&self, node: Value) -> Option<Edit> {
        let nodes = self.root.get("nodes").filter(|nodes| nodes.kind() == Kind::Array)?;
        let index = u32::try_from(nodes.items().count()).ok()?;
        Some(Edit::InsertItem { at: nodes.pointer(), index, value: node })
    }

    /// A step at which a person of the business takes over, in the lane of another step.
    pub(super) fn somebody(&self, id: &str, beside: &At<'_, '_>) -> Value {
        let mut node = json!({"id": id, "kind": "assign", "title": "A person answers", "to_whom": "Front desk"});
        in_lane(&mut node, beside);
        node
    }
}

/// Puts a new node into the lane of another one.
pub(super) fn in_lane(node: &mut Value, beside: &At<'_, '_>) {
    let stage = beside.node.stage.and_then(|stage| serde_json::to_value(stage).ok());
    if let (Some(stage), Some(members)) = (stage, node.as_object_mut()) {
        members.insert("stage".to_owned(), stage);
    }
}
