//! A search for ways: it follows several ways to the same, to find runs. It proves nothing.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::graph::{END, Graph};
use super::search::{Came, Item, Search};
use super::time::Move;
use super::zone::{OVER, Zone};

/// How many zones at one node may have the same; and how many are followed, with how many refused ones are kept of a message,
/// by what comes first. Ours.
const SAME: usize = 6;
const SHORT_WAYS: (usize, usize) = (3_000, 100);
const SILENT_WAYS: (usize, usize) = (400, 16);

/// Which ways a search for ways follows first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum First {
    /// The shortest.
    Short,
    /// Those on which the person writes least: loops that go round for a day.
    Silent,
}

impl<'p> Search<'p> {
    /// A search that follows several ways to the same, to find runs; it proves nothing. What other runs would have to change
    /// is left out: nobody acts that out.
    pub(super) fn of_ways(graph: Graph<'p>, first: First) -> Self {
        let mut search = Self::new(graph, &[]);
        search.there = vec![Vec::new(); search.graph.nodes.len() * 2];
        search.ways = Some(first);
        search.limits = match first {
            First::Short => SHORT_WAYS,
            First::Silent => SILENT_WAYS,
        };
        search
    }

    /// Follows what came with the fewest messages of the person first, and of that where they have not written for longest.
    pub(super) fn run_silent(&mut self) {
        let mut open = BinaryHeap::new();
        loop {
            for new in self.messages.len()..self.items.len() {
                let came = self.items.get(new).map(|item| item.came);
                let before =
                    came.and_then(|came| self.messages.get(came.from as usize)).copied().unwrap_or(0);
                let silent = came.is_none_or(|came| matches!(came.by, Move::Now | Move::Silent(_)));
                let messages = before + u32::from(!silent);
                self.messages.push(messages);
                let left = self.items.get(new).map(|item| OVER - item.zone.w.lo);
                open.push(Reverse((messages, left, new)));
            }
            let Some(Reverse((_, _, next))) = open.pop() else { return };
            self.expand(next);
        }
    }

    /// A zone comes to a node, of a search for ways: it may be one of several that have the same.
    pub(super) fn arrive_once_more(&mut self, node: u32, again: bool, zone: Zone, came: Came) {
        let slot = node as usize + if again { self.graph.nodes.len() } else { 0 };
        let Some(there) = self.there.get(slot).filter(|_| self.items.len() < self.limits.0) else { return };
        let same = there.iter().filter_map(|item| self.items.get(*item as usize));
        let same = same.filter(|item| item.zone.w.covers(zone.w) && item.zone.rest.covers(&zone.rest));
        if same.count() >= SAME {
            return;
        }
        let item = u32::try_from(self.items.len()).unwrap_or(END);
        self.items.push(Item { node, again, zone, came });
        if !super::witness::may_come(self, item) {
            self.items.pop();
        } else if let Some(there) = self.there.get_mut(slot) {
            there.push(item);
        }
    }
}
