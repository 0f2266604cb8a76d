//! What a search finds of each message: when it is due, and what of it is refused.

use super::graph::small;
use super::search::{Kind, Search};
use super::zone::{Span, Zone};
use crate::engine::Refusal;

/// Refused zones that are kept of a message: should one have no run, the next may. Ours.
const MOST_REFUSED: usize = 8;

/// What is known of a message so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    pub(super) window: Option<Span>,
    /// By refusal: the first items with the part of the zone that is refused, and whether another is not.
    pub(super) refused: [Vec<(u32, Zone)>; 4],
    pub(super) passed: [bool; 4],
}

impl Search<'_> {
    /// What another search knows not to be, is not.
    pub(super) fn learn(&mut self, other: &Self) {
        for (tally, other) in self.tallies.iter_mut().zip(&other.tallies) {
            for (refused, other) in tally.refused.iter_mut().zip(&other.refused) {
                if other.is_empty() {
                    refused.clear();
                }
            }
            for (passed, other) in tally.passed.iter_mut().zip(other.passed) {
                *passed &= other;
            }
            let both = tally.window.zip(other.window);
            tally.window = both.and_then(|(window, other)| window.meet(other));
        }
    }

    /// The zones of a message that are refused.
    pub(super) fn refuses(&self, message: usize, why: Refusal) -> &[(u32, Zone)] {
        let refused = self.tallies.get(message).and_then(|tally| tally.refused.get(why as usize));
        refused.map_or(&[], Vec::as_slice)
    }

    fn tally(&mut self, result: usize) -> Option<&mut Tally> {
        self.tallies.get_mut(result)
    }

    /// A message is due.
    pub(super) fn due(&mut self, result: usize, w: Span) {
        if let Some(tally) = self.tally(result) {
            let seen = tally.window.get_or_insert(w);
            *seen = Span::new(seen.lo.min(w.lo), seen.hi.max(w.hi));
        }
    }

    pub(super) fn refused(&mut self, result: usize, why: Refusal, item: usize, zone: Zone) {
        let item = small(item);
        let most = if let Kind::Ways(ways) = &self.kind { ways.first.limits().1 } else { MOST_REFUSED };
        let place = self.tally(result).and_then(|tally| tally.refused.get_mut(why as usize));
        if let Some(place) = place.filter(|place| place.len() < most) {
            place.push((item, zone));
        }
    }

    pub(super) fn passed(&mut self, result: usize, why: Refusal) {
        if let Some(place) = self.tally(result).and_then(|tally| tally.passed.get_mut(why as usize)) {
            *place = true;
        }
    }
}
