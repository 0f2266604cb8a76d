//! What rules about journeys may look at.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use serde_json::json;

use crate::check::Fix;
use crate::check::findings::{Effort, Spot, short};
use crate::check::mend;
use crate::edit::Edit;
use crate::journey::{
    Body, Journey, JourneyName, JourneyNode, NodeId, Project, Reach, TemplateKnown, TemplateUse, placeholders,
};
use crate::json::{Node, Tree};

use super::proved::{Proved, Refused};

/// What every journey knows of a person without having asked.
const KNOWN: [&str; 5] = ["first_name", "name", "phone", "language", "country"];

/// A journey beside its project.
pub(in crate::check) struct JourneyContext<'t> {
    project: Project,
    pub(super) name: JourneyName,
    /// What else there is in the project is known.
    pub(super) knows_project: bool,
    pub(super) effort: Effort,
    pub(super) root: Node<'t>,
    /// The text of each node.
    texts: Vec<Node<'t>>,
    /// The first node of each id.
    places: BTreeMap<NodeId, usize>,
    pub(super) proved: OnceCell<Proved>,
    /// Where each node leads.
    ways: OnceCell<Vec<Vec<usize>>>,
    before: OnceCell<Vec<Vec<usize>>>,
}

/// A node of a journey with its text.
#[derive(Clone, Copy)]
pub(super) struct At<'c, 't> {
    pub(super) index: usize,
    pub(super) node: &'c JourneyNode,
    pub(super) text: Node<'t>,
}

impl<'t> JourneyContext<'t> {
    /// A journey put into a project.
    pub(super) fn of(
        tree: &'t Tree,
        mut project: Project,
        name: &JourneyName,
        knows_project: bool,
        effort: Effort,
    ) -> Self {
        let root = tree.root();
        let journey = Journey::read(tree);
        let texts = root.get("nodes").into_iter().flat_map(Node::items).collect();
        let mut places = BTreeMap::new();
        for (index, node) in journey.nodes.iter().enumerate() {
            places.entry(node.id.clone()).or_insert(index);
        }
        project.journeys.insert(name.clone(), journey.into());
        let name = name.clone();
        Self {
            project,
            name,
            knows_project,
            effort,
            root,
            texts,
            places,
            proved: OnceCell::new(),
            ways: OnceCell::new(),
            before: OnceCell::new(),
        }
    }

    /// The project back.
    pub(super) fn into_project(self) -> Project {
        self.project
    }

    pub(super) fn journey(&self) -> &Journey {
        static NONE: LazyLock<Journey> = LazyLock::new(Journey::default);
        self.project.journeys.get(&self.name).map_or(&NONE, Arc::as_ref)
    }

    /// The project with this journey in it.
    pub(super) fn project(&self) -> &Project {
        &self.project
    }

    /// The template that a step uses, as far as it is known.
    pub(super) fn template(&self, used: &TemplateUse) -> Option<&TemplateKnown> {
        self.project.template(used, &self.journey().settings.language)
    }

    /// The way to what is refused as a sentence; nothing when there is none to tell.
    pub(super) fn way_in_words(&self, refused: &Refused) -> String {
        if refused.unfound {
            return "No run was found in which that happens, and it could not be ruled out either. "
                .to_owned();
        }
        // A loop is told once
        let mut told = BTreeSet::new();
        let steps = refused.path.iter().filter(|step| **step != refused.index && told.insert(**step));
        let titles = steps.filter_map(|step| Some(format!("'{}'", self.at(*step)?.called())));
        let titles: Vec<String> = titles.collect();
        if titles.is_empty() {
            String::new()
        } else {
            format!("It happens by the way {}. ", titles.join(", "))
        }
    }

    /// All nodes.
    pub(super) fn nodes(&self) -> impl Iterator<Item = At<'_, 't>> {
        let all = self.journey().nodes.iter().zip(&self.texts).enumerate();
        all.map(|(index, (node, text))| At { index, node, text: *text })
    }

    /// The node at a place.
    pub(super) fn at(&self, index: usize) -> Option<At<'_, 't>> {
        Some(At { index, node: self.journey().nodes.get(index)?, text: *self.texts.get(index)? })
    }

    /// Where the node with an id stands.
    pub(super) fn place(&self, id: &NodeId) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// Places of the nodes that come after a node.
    pub(super) fn after(&self, index: usize) -> impl Iterator<Item = usize> {
        let all = self.ways.get_or_init(|| {
            let ways = |node: &JourneyNode| node.to.values().filter_map(|id| self.place(id)).collect();
            self.journey().nodes.iter().map(ways).collect()
        });
        all.get(index).map_or(&[][..], Vec::as_slice).iter().copied()
    }

    /// Places of the nodes that lead to a node.
    pub(super) fn before(&self, index: usize) -> &[usize] {
        let all = self.before.get_or_init(|| {
            let mut before = vec![Vec::new(); self.texts.len()];
            for (from, to) in
                (0..self.texts.len()).flat_map(|from| self.after(from).map(move |to| (from, to)))
            {
                if let Some(list) = before.get_mut(to) {
                    list.push(from);
                }
            }
            before
        });
        all.get(index).map_or(&[], Vec::as_slice)
    }

    /// Whether a value is declared, or known of every person.
    pub(super) fn knows(&self, field: &str) -> bool {
        KNOWN.contains(&field) || self.journey().data.keys().any(|known| known.0 == field)
    }
}

impl<'c, 't> At<'c, 't> {
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

    /// The templates it sends, each with the object that names it.
    pub(super) fn templates(&self) -> Vec<(&'c TemplateUse, Node<'t>)> {
        let mut used: Vec<_> = self
            .node
            .body
            .sends()
            .into_iter()
            .filter_map(|sent| match sent.reach {
                Reach::Template(used) => Some((used, self.text)),
                Reach::InWindow(instead) => Some((instead?, self.text.get("if_closed")?)),
            })
            .collect();
        // One stands for all messages of a step.
        used.dedup_by(|a, b| a.0 == b.0);
        used
    }

    /// Takes the connection of an output away.
    pub(super) fn disconnect(&self, output: &str) -> Option<Fix> {
        let to = self.text.get("to")?;
        Some(mend::fix("Remove the connection", mend::without(to, output)))
    }

    /// Connects an output.
    pub(super) fn lead(&self, output: &str, to: &str) -> Edit {
        match self.text.get("to") {
            Some(ways) => mend::set(ways, output, json!(to)),
            None => self.set("to", json!({output: to})),
        }
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
            Body::WaitEvent(_) => add(self.text.get("match")),
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
