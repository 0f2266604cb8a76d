//! The graph of a journey, and new nodes in it.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::context::{At, JourneyContext};
use crate::edit::Edit;
use crate::engine::{opts_out, same};
use crate::journey::{Body, Expected, JourneyNode, NodeId, Role, TemplateKnown, TemplateUse, output};
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

    /// The quick replies of a template that nothing hears when they are tapped right away.
    pub(super) fn unheard<'c>(&self, used: &Used<'c, '_>) -> Vec<&'c str> {
        let replies = used.known.quick_replies.iter().filter(|reply| !opts_out(reply));
        let mut left: Vec<&str> = replies.map(String::as_str).collect();
        let starts = self.project().journeys.values().flat_map(|journey| &journey.nodes);
        let starts = starts.filter(|node| !node.off).filter_map(|node| match &node.body {
            Body::Reply(reply) => Some(&reply.ids),
            _ => None,
        });
        for ids in starts {
            left.retain(|reply| !ids.iter().any(|id| id == reply));
        }
        match &used.at.node.body {
            _ if left.is_empty() => {}
            Body::Ask(ask) if ask.expects == Expected::Choice => {
                let answers = ask.message.answers();
                let fits = |reply: &str| answers.iter().any(|answer| same(&answer.words, reply));
                left.retain(|reply| !fits(reply) && used.at.node.after(output::ELSE).is_none());
            }
            Body::Ask(_) => left.clear(),
            // The wait for a form hears nothing else
            Body::Flow(_) => {}
            _ => {
                let at_once = |node: &JourneyNode| node.body.role() != Role::Wait && !hears(node);
                let behind = self.onward(self.after(used.at.index), at_once);
                let mut behind = behind.into_iter().filter_map(|index| self.journey().nodes.get(index));
                if behind.any(hears) || self.goes_elsewhere(used.at.index) {
                    left.clear();
                }
            }
        }
        left
    }

    /// Whether the way behind a node leads into another journey, or back to the one that called this one.
    fn goes_elsewhere(&self, index: usize) -> bool {
        let behind = self.onward(self.after(index), |node| node.body.role() != Role::Wait);
        let mut behind = behind.into_iter().filter_map(|index| self.journey().nodes.get(index));
        self.is_called() || behind.any(|node| matches!(node.body, Body::Call(_) | Body::GoTo(_)))
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
