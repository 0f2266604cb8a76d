//! Nodes nobody comes to, and loops in which no time passes or too little.

use std::collections::{BTreeMap, BTreeSet};

use super::Endless;
use super::search::Search;
use super::ways::loops;
use crate::journey::{NodeId, Role};

impl Search<'_> {
    /// Nodes of the journey that no zone came to.
    pub(super) fn unreachable(&self) -> Vec<NodeId> {
        let nodes = self.graph.parts.first().into_iter().flat_map(|part| &part.nodes).zip(&self.came_to);
        nodes
            .filter(|(read, came)| {
                !**came && !read.past && !matches!(read.node.body.role(), Role::Trigger | Role::Note)
            })
            .map(|(read, _)| read.node.id.clone())
            .collect()
    }

    /// Loops in which a run goes through more nodes a day than the engine lets, other than those without time.
    pub(super) fn hasty(&self, endless: &[Endless]) -> Vec<Endless> {
        let mut found: BTreeMap<u32, BTreeSet<_>> = BTreeMap::new();
        for (number, (part, _)) in (0_u32..).zip(&self.silences.of) {
            let came = self.came_to.get(number as usize).copied().unwrap_or_default();
            if !came || !self.silences.hasty.contains(part) {
                continue;
            }
            let Some((journey, _, read)) = self.graph.at(number) else { continue };
            let Some(journey) = self.graph.parts.get(journey) else { continue };
            found.entry(*part).or_default().insert((journey.name.clone(), read.node.id.clone()));
        }
        let all = found.into_values().filter(|nodes| {
            !endless.iter().any(|endless| endless.nodes.iter().any(|node| nodes.contains(node)))
        });
        let mut all: Vec<Endless> = all.map(|nodes| Endless { nodes: nodes.into_iter().collect() }).collect();
        all.sort_by(|left, right| left.nodes.cmp(&right.nodes));
        all.dedup();
        all
    }

    /// Parts of the graph that zones go round in without time passing.
    pub(super) fn endless(&self) -> Vec<Endless> {
        let mut to = vec![Vec::new(); self.graph.nodes.len()];
        for (from, place) in &self.at_once {
            if let Some(list) = to.get_mut(*from as usize)
                && !list.contains(place)
            {
                list.push(*place);
            }
        }
        let found = loops(&to);
        let mut parts: Vec<(u32, Endless)> = Vec::new();
        for (number, part) in (0_u32..).zip(&found.parts) {
            if !found.is_loop(*part) {
                continue;
            }
            let Some((journey, _, read)) = self.graph.at(number) else { continue };
            let Some(journey) = self.graph.parts.get(journey) else { continue };
            let place = (journey.name.clone(), read.node.id.clone());
            match parts.iter_mut().find(|(other, _)| other == part) {
                Some((_, endless)) => endless.nodes.push(place),
                None => parts.push((*part, Endless { nodes: vec![place] })),
            }
        }
        let mut all: Vec<Endless> = parts.into_iter().map(|(_, endless)| endless).collect();
        for endless in &mut all {
            endless.nodes.sort();
            endless.nodes.dedup();
        }
        all.sort_by(|left, right| left.nodes.cmp(&right.nodes));
        all.dedup();
        all
    }
}
