//! Ways between screens, as Meta counts them for its routing checks.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::context::FlowContext;
use crate::flow::{Flow, Screen, Version};

/// From the routing model, or without one from the `navigate` actions.
pub(super) struct Routes<'c> {
    /// Where each screen leads, in the order they are written.
    pub(super) edges: Vec<(Cow<'c, str>, Vec<Cow<'c, str>>)>,
    from_model: bool,
    /// Without a routing model, a screen with a NavigationList counts as connected with every other.
    lists_connect: bool,
}

impl<'c> Routes<'c> {
    pub(super) fn of(cx: &FlowContext<'c, '_>) -> Self {
        let Some(model) = cx.flow.routing_model else {
            let edges = cx.flow.screens.iter().zip(cx.outlines).filter_map(|(screen, outline)| {
                // A screen that goes nowhere is on the list only when the form can end there.
                let targets = || outline.targets.iter().map(|id| Cow::Borrowed(id.as_str())).collect();
                (screen.terminal || !outline.targets.is_empty()).then(|| (screen.id.clone(), targets()))
            });
            let lists_connect = cx.version >= Version::new(6, 2)
                && cx.outlines.iter().any(|outline| outline.navigation_lists > 0);
            return Self { edges: edges.collect(), from_model: false, lists_connect };
        };
        let edges = model
            .members()
            .map(|route| (route.key(), route.value.items().filter_map(crate::json::Node::as_str).collect()));
        Self { edges: edges.collect(), from_model: true, lists_connect: false }
    }

    /// Ids that some screen leads to.
    pub(super) fn entered(&self) -> HashSet<&str> {
        self.edges.iter().flat_map(|(_, targets)| targets).map(AsRef::as_ref).collect()
    }

    /// Screens that cannot be reached from the first one, whichever way the routes are followed.
    pub(super) fn unconnected<'f, 't>(&self, flow: &'f Flow<'t>) -> Vec<&'f Screen<'t>> {
        if self.lists_connect {
            return Vec::new();
        }
        let mut seen: HashSet<&str> = HashSet::new();
        let first = flow.screens.first().map(|screen| screen.id.as_ref());
        let mut neighbours: HashMap<&str, Vec<&str>> = HashMap::new();
        for (from, targets) in &self.edges {
            neighbours.entry(from).or_default().extend(targets.iter().map(AsRef::as_ref));
            for target in targets {
                neighbours.entry(target).or_default().push(from);
            }
        }
        let sources: HashSet<&str> = self.edges.iter().map(|(from, _)| from.as_ref()).collect();
        let listed = |id: &str| sources.contains(id);
        let mut next: Vec<&str> = first.filter(|id| self.from_model || listed(id)).into_iter().collect();
        while let Some(id) = next.pop() {
            if !seen.insert(id) {
                continue;
            }
            next.extend(neighbours.get(id).into_iter().flatten().filter(|id| !seen.contains(*id)));
        }
        // Meta lists those that have routes first.
        let lost = |screen: &&Screen<'_>| !seen.contains(screen.id.as_ref());
        let (mut with, without): (Vec<_>, Vec<_>) =
            flow.screens.iter().filter(lost).partition(|s| self.from_model || listed(&s.id));
        with.extend(without);
        with
    }
}
