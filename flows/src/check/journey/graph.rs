//! The graph of a journey, and new nodes in it.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::context::{At, JourneyContext};
use crate::edit::Edit;
use crate::journey::{Body, JourneyNode, NodeId, TemplateKnown, TemplateUse};
use crate::json::{Kind, Node};

/// A template that a step sends, and what is known of it.
#[derive(Clone, Copy)]
pub(super) struct Used<'c, 't> {
    pub(super) at: At<'c, 't>,
    pub(super) named: &'c TemplateUse,
    /// The object that names it.
    pub(super) text: Node<'t>,
    pub(super) known: &'c TemplateKnown,
}

impl<'t> JourneyContext<'t> {
    /// The templates that steps send, as far as they are known. What is switched off sends nothing.
    pub(super) fn used(&self) -> impl Iterator<Item = Used<'_, 't>> {
        self.nodes().filter(|at| !at.node.off).flat_map(move |at| {
            let used = at.templates().into_iter();
            used.filter_map(move |(named, text)| Some(Used { at, named, text, known: self.template(named)? }))
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
            let Some(node) = self.journey().nodes.get(index).filter(|_| found.insert(index)) else {
                continue;
            };
            if node.off || lets_through(node) {
                open.extend(self.after(index));
            }
        }
        found
    }

    /// Every node from which some way leads to a goal, the goals too: through nodes that let through.
    pub(super) fn towards(
        &self,
        is_goal: impl Fn(&JourneyNode) -> bool,
        lets_through: impl Fn(&JourneyNode) -> bool,
    ) -> BTreeSet<usize> {
        let goals = self.nodes().filter(|at| !at.node.off && is_goal(at.node));
        let mut open: Vec<usize> = goals.map(|at| at.index).collect();
        let mut found: BTreeSet<usize> = open.iter().copied().collect();
        while let Some(index) = open.pop() {
            for before in self.before(index) {
                let passes = |node: &JourneyNode| node.off || lets_through(node);
                if self.journey().nodes.get(*before).is_some_and(passes) && found.insert(*before) {
                    open.push(*before);
                }
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

    /// Adds nodes at the end; none: there is no list of nodes.
    pub(super) fn add(&self, new: impl IntoIterator<Item = Value>) -> Option<Vec<Edit>> {
        let nodes = self.root.get("nodes").filter(|nodes| nodes.kind() == Kind::Array)?;
        let at = nodes.pointer();
        let from = u32::try_from(nodes.items().count()).ok()?;
        let edits = (from..).zip(new).map(|(index, value)| Edit::InsertItem { at: at.clone(), index, value });
        Some(edits.collect())
    }

    /// Whether another journey calls this one.
    pub(super) fn is_called(&self) -> bool {
        let nodes = self.project().journeys.values().flat_map(|journey| &journey.nodes);
        let mut calls = nodes.filter(|node| !node.off);
        calls.any(|node| matches!(&node.body, Body::Call(call) if call.journey == self.name))
    }

    /// Ids of buttons by which any journey begins.
    pub(super) fn starting_replies(&self) -> BTreeSet<&str> {
        let nodes = self.project().journeys.values().flat_map(|journey| &journey.nodes);
        let replies = nodes.filter(|node| !node.off).filter_map(|node| match &node.body {
            Body::Reply(reply) => Some(&reply.ids),
            _ => None,
        });
        replies.flatten().map(String::as_str).collect()
    }
}

/// Whether a step waits for words, or a person takes over.
pub(super) fn hears(node: &JourneyNode) -> bool {
    !node.off && matches!(node.body, Body::WaitReply(_) | Body::Ask(_) | Body::Assign(_))
}

/// A step at which a person of the business takes over, in the lane of another step.
pub(super) fn somebody(id: &str, beside: &At<'_, '_>) -> Value {
    let mut node = json!({"id": id, "kind": "assign", "title": "A person answers", "to_whom": "Front desk"});
    in_lane(&mut node, beside);
    node
}

/// Puts a new node into the lane of another one.
pub(super) fn in_lane(node: &mut Value, beside: &At<'_, '_>) {
    let stage = beside.node.stage.and_then(|stage| serde_json::to_value(stage).ok());
    if let (Some(stage), Some(members)) = (stage, node.as_object_mut()) {
        members.insert("stage".to_owned(), stage);
    }
}
