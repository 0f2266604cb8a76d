//! A search for ways: it follows several ways to the same, to find runs. It proves nothing.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::graph::{END, Graph};
use super::search::{Came, Item, Kind, Search};
use super::time::Move;
use super::zone::{OVER, Zone};

/// How many zones at one node may have the same. Ours.
const SAME: usize = 6;

/// Which ways a search for ways follows first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum First {
    /// The shortest.
    Short,
    /// Those on which the person writes least: loops that go round for a day.
    Silent,
}

impl First {
    /// How many zones are followed, and how many refused ones are kept of a message. Ours.
    pub(super) const fn limits(self) -> (usize, usize) {
        match self {
            Self::Short => (3_000, 100),
            Self::Silent => (400, 16),
        }
    }
}

/// What a search for ways keeps.
pub(super) struct Ways {
    pub(super) first: First,
    /// The items of each node.
    there: Vec<Vec<u32>>,
}

impl<'p> Search<'p> {
    /// A search that follows several ways to the same, to find runs; it proves nothing. What other runs would have to change
    /// is left out: nobody acts that out.
    pub(super) fn of_ways(graph: Graph<'p>, first: First) -> Self {
        let there = vec![Vec::new(); graph.nodes.len() * 2];
        Self::new(graph, &[], Kind::Ways(Ways { first, there }))
    }

    /// Follows what came with the fewest messages of the person first, and of that where they have not written for longest.
    pub(super) fn run_silent(&mut self) {
        let (mut open, mut followed) = (BinaryHeap::new(), 0);
        // How many messages of the person lie on the way to each item
        let mut messages: Vec<u32> = Vec::new();
        loop {
            for new in messages.len()..self.items.len() {
                let came = self.items.get(new).map(|item| item.came);
                let before = came.and_then(|came| messages.get(came.from as usize)).copied().unwrap_or(0);
                let silent = came.is_none_or(|came| matches!(came.by, Move::Now | Move::Silent(_)));
                let so_far = before + u32::from(!silent);
                messages.push(so_far);
                let left = self.items.get(new).map(|item| OVER - item.zone.w.lo);
                open.push(Reverse((so_far, left, new)));
            }
            let Some(Reverse((_, _, next))) = open.pop().filter(|_| followed < First::Silent.limits().0)
            else {
                return;
            };
            if super::witness::may_come(self, small(next)) {
                self.expand(next);
                followed += 1;
            }
        }
    }

    /// A zone comes to a node, of a search for ways: it may be one of several that have the same. Whether moments lead there is
    /// looked at now, or where the silent ones come first, once it is followed.
    pub(super) fn arrive_once_more(&mut self, node: u32, again: bool, zone: Zone, came: Came) {
        let slot = self.slot(node, again);
        let Kind::Ways(Ways { first, there }) = &self.kind else { return };
        let silent = *first == First::Silent;
        let full = !silent && self.items.len() >= first.limits().0;
        let Some(there) = there.get(slot).filter(|_| !full) else { return };
        let there = there.iter().filter_map(|item| self.items.get(*item as usize)).map(|item| &item.zone);
        let same = there.clone().filter(|it| it.covers(&zone));
        // Who is silent for a day is so, whatever the clocks say
        let over = there.filter(|it| silent && zone.w.lo == OVER && it.is_like(&zone));
        if same.count() >= SAME || over.count() >= SAME {
            return;
        }
        let item = small(self.items.len());
        self.items.push(Item { node, again, zone, came });
        if !silent && !super::witness::may_come(self, item) {
            self.items.pop();
        } else if let Kind::Ways(ways) = &mut self.kind
            && let Some(there) = ways.there.get_mut(slot)
        {
            there.push(item);
        }
    }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(END)
}
