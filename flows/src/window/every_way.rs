//! A search for ways: it follows several ways to the same, to find runs. It proves nothing.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::clock::HOUR;
use super::graph::{Graph, small};
use super::search::{Came, Item, Kind, Search};
use super::time::{Move, Pass};
use super::zone::{OVER, Zone};

/// How many zones at one node may have the same. Ours.
const SAME: usize = 6;

/// Of the ways on which the person writes least, at so many items it is looked whether there are moments for them: it is dear. Ours.
const LOOKED_AT: u32 = 16;

/// So many messages of the person, or more, are one for it; and to how many it comes that the clocks are set. Ours.
const MOST_HAPPENED: usize = 8;
const CLOCKS_SET: usize = 4;

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
            Self::Silent => (4_000, 16),
        }
    }
}

/// How long the person has not written, and the item: those come first who have not for longest.
type Waiting = Reverse<(u32, usize)>;

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

    /// Follows that first on which the person has not written for longest: of what came with few messages of theirs and few changes
    /// of the clocks most, and of each one more half as much.
    pub(super) fn run_silent(&mut self) {
        // How much happened on the way to each item, and how many others lie on it
        let mut ways: Vec<(usize, u32)> = Vec::new();
        // By how much happened: what waits, and how many were followed
        let mut open: Vec<(BinaryHeap<Waiting>, u64)> = Vec::new();
        for _ in 0..First::Silent.limits().0 {
            for new in ways.len()..self.items.len() {
                let Some(Item { zone, came, .. }) = self.items.get(new) else { return };
                let (before, items) = ways.get(came.from as usize).copied().unwrap_or((0, 0));
                let happens = match came.by {
                    Move::Now | Move::Silent(Pass { set: 0, .. }) => 0,
                    Move::Silent(_) => CLOCKS_SET,
                    _ => 1,
                };
                let happened = (before + happens).min(MOST_HAPPENED);
                ways.push((happened, items + 1));
                open.resize_with(open.len().max(happened + 1), Default::default);
                if let Some((waits, _)) = open.get_mut(happened) {
                    waits.push(Reverse((OVER - zone.w.lo, new)));
                }
            }
            let waiting = open.iter_mut().enumerate().filter(|(_, (waits, _))| !waits.is_empty());
            let next = waiting.min_by_key(|(happened, (_, followed))| (*followed + 1) << *happened);
            let Some((_, (waits, followed))) = next else { return };
            let Some(Reverse((_, next))) = waits.pop() else { return };
            *followed += 1;
            let looked_at = ways.get(next).is_none_or(|(_, items)| items % LOOKED_AT == 0);
            if !looked_at || super::witness::may_come(self, small(next)) {
                self.expand(next);
            }
        }
    }

    /// A zone comes to a node, of a search for ways: it may be one of several that have the same. Whether moments lead there is
    /// looked at now, or where the silent ones come first, now and then once they are followed.
    pub(super) fn arrive_once_more(&mut self, node: u32, again: bool, zone: Zone, came: Came) {
        let slot = self.slot(node, again);
        let Kind::Ways(Ways { first, there }) = &self.kind else { return };
        let silent = *first == First::Silent;
        let full = !silent && self.items.len() >= first.limits().0;
        let Some(there) = there.get(slot).filter(|_| !full) else { return };
        let there = there.iter().filter_map(|item| self.items.get(*item as usize)).map(|item| &item.zone);
        let same = there.clone().filter(|it| it.covers(&zone));
        // Who is silent for a day is so, whatever the clocks say within an hour
        let near = |it: &&Zone| it.is_like(&zone) && it.distance(&zone) < u64::from(HOUR);
        let over = there.filter(|it| silent && zone.w.lo == OVER && near(it));
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
