//! What rules about journeys may look at.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::check::Fix;
use crate::check::findings::{Spot, short};
use crate::check::mend;
use crate::edit::Edit;
use crate::engine::Refusal;
use crate::journey::{
    Body, Journey, JourneyName, JourneyNode, Length, NodeId, Project, Reach, Role, TemplateKnown,
    TemplateUse, placeholders,
};
use crate::json::{Node, Tree};
use crate::window::{self, MessageProof, Verdict};

/// What a journey that is looked at by itself is called.
const HERE: &str = "journey";

/// What every journey knows of a person without having asked.
const KNOWN: [&str; 5] = ["first_name", "name", "phone", "language", "country"];

/// A journey and its graph.
pub(in crate::check) struct JourneyContext<'t> {
    project: Project,
    name: JourneyName,
    /// What else there is in the project is known.
    pub(super) knows_project: bool,
    pub(super) root: Node<'t>,
    /// The text of each node.
    texts: Vec<Node<'t>>,
    /// The first node of each id.
    places: BTreeMap<NodeId, usize>,
    refused: OnceCell<Vec<Refused>>,
}

/// A message that is refused in some run, by the proof over all runs.
#[derive(Debug, Clone)]
pub(super) struct Refused {
    pub(super) index: usize,
    /// Against which rule.
    pub(super) why: Refusal,
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
    pub(super) fn of(tree: &'t Tree, beside: Option<(&Project, &str)>) -> Self {
        let root = tree.root();
        let journey = Journey::read(tree);
        let texts = root.get("nodes").into_iter().flat_map(Node::items).collect();
        let mut places = BTreeMap::new();
        for (index, node) in journey.nodes.iter().enumerate() {
            places.entry(node.id.clone()).or_insert(index);
        }
        let (mut project, name) = match beside {
            Some((project, name)) => (project.clone(), name.into()),
            None => (Project::default(), JourneyName::from(HERE)),
        };
        project.journeys.insert(name.clone(), journey);
        Self { project, name, knows_project: beside.is_some(), root, texts, places, refused: OnceCell::new() }
    }

    pub(super) fn journey(&self) -> &Journey {
        static NONE: LazyLock<Journey> = LazyLock::new(Journey::default);
        self.project.journeys.get(&self.name).unwrap_or(&NONE)
    }

    /// The project with this journey in it.
    pub(super) fn project(&self) -> &Project {
        &self.project
    }

    /// The template that a step uses, as far as it is known.
    pub(super) fn template(&self, used: &TemplateUse) -> Option<&TemplateKnown> {
        self.project.template(used, &self.journey().settings.language)
    }

    /// Messages of this journey that are refused in some run, by the proof over all runs.
    pub(super) fn refused(&self, of: Refusal) -> impl Iterator<Item = &Refused> {
        let all = self.refused.get_or_init(|| {
            let Some(proof) = window::prove(&self.project, &self.name) else { return Vec::new() };
            let told = |(number, message): (usize, &MessageProof), why: Refusal| {
                let index = self.place(&message.node).filter(|_| message.journey == self.name)?;
                let witness = proof.witness(number, why);
                let path = witness.iter().flat_map(|witness| &witness.path);
                let here = path.filter(|(journey, ..)| *journey == self.name);
                Some(Refused {
                    index,
                    why,
                    slot: usize::try_from(message.slot).ok()?,
                    always: message.verdict(why) == Verdict::Never,
                    silent_for: witness.as_ref().and_then(|witness| witness.silent_for),
                    path: here.filter_map(|(_, node, _)| self.place(node)).collect(),
                })
            };
            let refused = |why: Refusal| {
                let messages = proof.messages.iter().enumerate();
                let refused = messages.filter(move |(_, message)| message.verdict(why) != Verdict::Always);
                refused.filter_map(move |message| told(message, why)).collect::<Vec<_>>()
            };
            // Alone nothing is known of templates, and nothing is said of consent.
            let asked: &[Refusal] =
                if self.knows_project { &[Refusal::Window, Refusal::Consent] } else { &[Refusal::Window] };
            asked.iter().copied().flat_map(refused).collect()
        });
        all.iter().filter(move |refused| refused.why == of)
    }

    /// The way to what is refused as a sentence; nothing when there is none to tell.
    pub(super) fn way_in_words(&self, refused: &Refused) -> String {
        let steps = refused.path.iter().filter(|step| **step != refused.index);
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
