//! Which screens a system may lead to.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::Question;
use crate::flow::{Flow, Screen};
use crate::json::{Kind, Node};

/// The ways of a Flow, as its routing model lists them.
pub(super) struct Routes<'t> {
    /// Ids of all screens that have one, in file order.
    ids: Vec<Cow<'t, str>>,
    /// None: the Flow has no model, so that nothing is known to be refused.
    model: Option<BTreeMap<String, BTreeSet<String>>>,
    /// Ids of the screens that something leads to.
    reached: BTreeSet<String>,
}

impl<'t> Routes<'t> {
    pub(super) fn of(flow: &Flow<'t>) -> Self {
        let model = flow.routing_model.filter(|model| model.kind() == Kind::Object).map(|model| {
            let targets =
                |node: Node<'_>| node.items().filter_map(Node::as_str).map(Cow::into_owned).collect();
            model.members().map(|member| (member.key().into_owned(), targets(member.value))).collect()
        });
        let mut reached = BTreeSet::new();
        for (from, targets) in model.iter().flatten() {
            let targets: &BTreeSet<String> = targets;
            reached.extend(targets.iter().filter(|to| *to != from).cloned());
        }
        for screen in &flow.screens {
            let components = screen.components();
            let actions = Screen::actions(&components);
            let targets = actions.iter().filter_map(|action| action.target()?.as_str());
            reached.extend(targets.filter(|to| *to != screen.id).map(Cow::into_owned));
        }
        let ids = flow.screens.iter().map(|screen| screen.id.clone()).filter(|id| !id.is_empty());
        Self { ids: ids.collect(), model, reached }
    }

    /// Whether a phone takes that screen as the answer. The screen that asks may always stay.
    pub(super) fn allows(&self, question: &Question, to: &str) -> bool {
        match question.screen() {
            None => !self.reached.contains(to),
            Some(from) => {
                from == to
                    || self
                        .model
                        .as_ref()
                        .is_none_or(|model| model.get(from).is_some_and(|targets| targets.contains(to)))
            }
        }
    }

    /// Ids of the screens a question may lead to, in file order, without the one that asks.
    pub(super) fn next(&self, question: &Question) -> Vec<&str> {
        let mut seen = BTreeSet::new();
        let ids = self.ids.iter().map(AsRef::as_ref);
        ids.filter(|&id| question.screen() != Some(id) && self.allows(question, id) && seen.insert(id))
            .collect()
    }
}
