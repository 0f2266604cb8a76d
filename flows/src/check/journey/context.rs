//! What rules about journeys may look at.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::check::Fix;
use crate::check::findings::{Spot, short};
use crate::check::mend;
use crate::edit::Edit;
use crate::engine::Refusal;
use crate::journey::{Body, Journey, JourneyNode, Length, NodeId, Project, Role, placeholders};
use crate::json::{Node, Tree};
use crate::window::{self, MessageProof, Verdict};

/// What a journey that is looked at by itself is called.
const HERE: &str = "journey";

/// What every journey knows of a person without having asked.
const KNOWN: [&str; 5] = ["first_name", "name", "phone", "language", "country"];

/// A journey and its graph.
pub(in crate::check) struct JourneyContext<'t> {
    project: Project,
    pub(super) root: Node<'t>,
    /// The text of each node.
    texts: Vec<Node<'t>>,
    /// The first node of each id.
    places: BTreeMap<NodeId, usize>,
    late: OnceCell<Vec<Late>>,
}

/// A message that is no template and may be due when the window is closed, with nothing in its place.
#[derive(Debug, Clone)]
pub(super) struct Late {
    pub(super) index: usize,
    /// Which of the node's messages.
    pub(super) slot: usize,
    /// In every run that comes to it.
    pub(super) always: bool,
    /// In the shortest run in which it is: how long the person has not written; none: they never did.
    pub(super) silent_for: Option<Length>,
    /// The nodes of that run, in order; none: it could not be found.
    pub(super) path: Vec<usize>,
}

/// A node of a journey with its text.
#[derive(Clone, Copy)]
pub(super) struct At<'c, 't> {
    pub(super) index: usize,
    pub(super) node: &'c JourneyNode,
    pub(super) text: Node<'t>,
}

impl<'t> JourneyContext<'t> {
    pub(super) fn of(tree: &'t Tree) -> Self {
        let root = tree.root();
        let journey = Journey::read(tree);
        let texts = root.get("nodes").into_iter().flat_map(Node::items).collect();
        let mut places = BTreeMap::new();
        for (index, node) in journey.nodes.iter().enumerate() {
            places.entry(node.id.clone()).or_insert(index);
        }
        Self { project: Project::of(HERE, journey), root, texts, places, late: OnceCell::new() }
    }

    pub(super) fn journey(&self) -> &Journey {
        static NONE: LazyLock<Journey> = LazyLock::new(Journey::default);
        self.project.journeys.values().next().unwrap_or(&NONE)
    }

    /// Messages that may come too late, by the proof over all runs.
    pub(super) fn late(&self) -> &[Late] {
        self.late.get_or_init(|| {
            let Some(proof) = window::prove(&self.project, &HERE.into()) else { return Vec::new() };
            let late =
                proof.messages.iter().enumerate().filter(|(_, message)| message.window != Verdict::Always);
            let told = |(number, message): (usize, &MessageProof)| {
                let index = self.place(&message.node)?;
                let witness = proof.witness(number, Refusal::Window);
                let path = witness.iter().flat_map(|witness| &witness.path);
                Some(Late {
                    index,
                    slot: usize::try_from(message.slot).ok()?,
                    always: message.window == Verdict::Never,
                    silent_for: witness.as_ref().and_then(|witness| witness.silent_for),
                    path: path.filter_map(|(_, node, _)| self.place(node)).collect(),
                })
            };
            late.filter_map(told).collect()
        })
    }

    /// All nodes.
    pub(super) fn nodes(&self) -> impl Iterator<Item = At<'_, 't>> {
        let all = self.journey().nodes.iter().zip(&self.texts).enumerate();
        all.map(|(index, (node, text))| At { index, node, text: *text })
    }

    /// Where the node with an id stands.
    pub(super) fn place(&self, id: &NodeId) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// Places of the nodes that come after a node.
    pub(super) fn after(&self, index: usize) -> impl Iterator<Item = usize> {
        let to = self.journey().nodes.get(index).map(|node| &node.to);
        to.into_iter().flat_map(|to| to.values()).filter_map(|id| self.place(id))
    }

    /// Every node that people can come to.
    pub(super) fn reached(&self) -> BTreeSet<usize> {
        let starts = self.nodes().filter(|at| at.node.body.role() == Role::Trigger);
        let mut open: Vec<usize> = starts.map(|at| at.index).collect();
        let mut reached = BTreeSet::new();
        while let Some(index) = open.pop() {
            if reached.insert(index) {
                open.extend(self.after(index));
            }
        }
        reached
    }

    /// Whether a value is declared, or known of every person.
    pub(super) fn knows(&self, field: &str) -> bool {
        KNOWN.contains(&field) || self.journey().data.keys().any(|known| known.0 == field)
    }
}

impl<'t> At<'_, 't> {
    /// What people call it.
    pub(super) fn called(&self) -> String {
        let title = self.node.title.trim();
        if title.is_empty() { self.node.body.kind().replace('_', " ") } else { short(title) }
    }

    /// A member of its text, or all of it.
    pub(super) fn spot(&self, member: &str) -> Spot<'t> {
        Spot::value(self.text.get(member).unwrap_or(self.text))
    }

    /// The connection of an output.
    pub(super) fn way(&self, output: &str) -> Option<Node<'t>> {
        self.text.get("to")?.get(output)
    }

    /// Takes the connection of an output away.
    pub(super) fn disconnect(&self, output: &str) -> Option<Fix> {
        let to = self.text.get("to")?;
        Some(mend::fix("Remove the connection", mend::without(to, output)))
    }

    /// Sets a member.
    pub(super) fn set(&self, key: &str, value: serde_json::Value) -> Edit {
        mend::set(self.text, key, value)
    }

    /// Values that its conditions ask for, and that it writes, each with the string that names it.
    pub(super) fn asked(&self) -> Vec<(String, Node<'t>)> {
        let mut found = Vec::new();
        let mut add = |node: Option<Node<'t>>| {
            found.extend(node.and_then(|node| Some((node.as_str()?.into_owned(), node))));
        };
        let mut open: Vec<Node<'t>> = self.text.get("cases").into_iter().collect();
        while let Some(node) = open.pop() {
            if let Some(field) = node.get("field") {
                add(field.get("name"));
            }
            open.extend(node.items().chain(node.members().map(|member| member.value)));
        }
        match &self.node.body {
            Body::Ask(_) | Body::WaitReply(_) => add(self.text.get("save")),
            Body::Set(_) | Body::Date(_) => add(self.text.get("field")),
            _ => {}
        }
        found
    }

    /// Values that its texts name, each with the string it stands in.
    pub(super) fn named(&self) -> Vec<(String, Node<'t>)> {
        let mut found = Vec::new();
        let mut open = vec![self.text];
        if matches!(self.node.body, Body::Note(_)) {
            open.clear();
        }
        while let Some(node) = open.pop() {
            if let Some(text) = node.as_str() {
                found.extend(placeholders(&text).map(|name| (name.to_owned(), node)));
            }
            open.extend(node.items());
            open.extend(
                node.members()
                    .filter(|member| !matches!(&*member.key(), "title" | "id" | "to"))
                    .map(|member| member.value),
            );
        }
        found.sort_by_key(|(_, node)| node.span().start);
        found
    }
}
